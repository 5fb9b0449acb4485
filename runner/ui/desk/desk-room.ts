import { type Context, Hono } from "hono";
import type * as z from "zod";
import { browserScript } from "../../../reports/html/browser-script.ts";
import { againOrder, markOrder, noteOrder, type Refusal } from "../../../reports/ui/desk/contract.ts";
import { deskDocument } from "../../../reports/ui/desk/document.tsx";
import { deskStyle } from "../../../reports/ui/desk/style.ts";
import type { Text } from "../../model/text.ts";
import { deskTexts } from "../../texts/desk.ts";
import { sendFeed } from "../send-feed.ts";
import type { Room } from "../server.ts";
import { mostCharacters, sourceView } from "../source-view.ts";
import type { Again } from "./again.ts";
import type { Desk } from "./desk.ts";
import { giveMark, takeNote } from "./orders.ts";

/** The page of a graded class and its requests. */
export function deskRoom(token: string, desk: Desk, again: Again): Room {
  const routes = new Hono();
  const { files } = desk.setup;
  routes.get("/", (c) => c.html(deskDocument(desk.state, desk.feed.lastId)));
  routes.get("/desk.js", (c) =>
    c.body(browserScript("desk"), 200, { "content-type": "text/javascript; charset=utf-8" }),
  );
  routes.get("/desk.css", (c) => c.body(deskStyle, 200, { "content-type": "text/css; charset=utf-8" }));
  routes.get("/events", (c) => sendFeed(c, desk.feed));
  routes.get("/student", (c) => {
    const student = desk.student(c.req.query("id") ?? "");
    return student ? c.json(student) : c.notFound();
  });
  routes.get("/files", async (c) => {
    const handIn = await desk.handIn(c.req.query("student") ?? "");
    return handIn ? c.json(await files.list(handIn.path, handIn.digest)) : c.notFound();
  });
  routes.get("/source", async (c) => {
    const handIn = await desk.handIn(c.req.query("student") ?? "");
    const file = c.req.query("file") ?? "";
    const text = handIn && (await files.text(handIn.path, file));
    return text === null ? c.notFound() : c.json(await sourceView(file, text.slice(0, mostCharacters)));
  });
  routes.post("/marks", (c) => take(c, markOrder, (order) => giveMark(desk, order)));
  routes.post("/notes", (c) => take(c, noteOrder, (order) => takeNote(desk, order)));
  routes.post("/again", (c) => take(c, againOrder, async ({ student }) => again.take(student)));
  return { token, routes };
}

/** Carries out an order, or answers why not. */
async function take<T>(c: Context, schema: z.ZodType<T>, use: (order: T) => Promise<Text | null>): Promise<Response> {
  const order = schema.safeParse(await c.req.json().catch(() => null));
  const problem = order.success ? await use(order.data) : deskTexts.badOrder;
  if (problem === null) return c.body(null, 204);
  const status = order.success ? (problem === deskTexts.refusedReadOnly ? 403 : 409) : 400;
  return c.json({ problem } satisfies Refusal, status);
}
