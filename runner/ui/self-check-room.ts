import { Hono } from "hono";
import { browserScript } from "../../reports/html/browser-script.ts";
import { order } from "../../reports/ui/contract.ts";
import { uiDocument } from "../../reports/ui/document.tsx";
import { uiStyle } from "../../reports/ui/style.ts";
import type { SelfCheck } from "./self-check.ts";
import { sendFeed } from "./send-feed.ts";
import type { Room } from "./server.ts";

/** The page of a hand-in that its author works on, and its requests. */
export function selfCheckRoom(token: string, check: SelfCheck): Room {
  const routes = new Hono();
  routes.get("/", (c) => c.html(uiDocument(check.state, check.feed.lastId)));
  routes.get("/ui.js", (c) => c.body(browserScript("ui"), 200, { "content-type": "text/javascript; charset=utf-8" }));
  routes.get("/ui.css", (c) => c.body(uiStyle, 200, { "content-type": "text/css; charset=utf-8" }));
  routes.get("/events", (c) => sendFeed(c, check.feed));
  routes.post("/runs", async (c) => {
    const asked = order.safeParse(await c.req.json().catch(() => null));
    if (!asked.success) return c.text("An order has `tests` and may have `seed`.\n", 400);
    return check.take(asked.data) ? c.body(null, 202) : c.text("There is no such test.\n", 409);
  });
  routes.get("/runs/:n", (c) => {
    const run = check.run(Number(c.req.param("n")));
    return run ? c.json(run) : c.notFound();
  });
  routes.get("/runs/:n/source", async (c) => {
    const source = await check.source(Number(c.req.param("n")), c.req.query("file") ?? "");
    return source ? c.json(source) : c.notFound();
  });
  return { token, routes };
}
