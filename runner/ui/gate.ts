import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Lets in the pages of this server alone. A page of the internet cannot pass: one that has its own name resolved to this machine
 * (DNS rebinding) asks under that name, and one that sends a request here names itself as its origin.
 */
export function gate(): MiddlewareHandler {
  const addHeaders = secureHeaders(headers);
  return async (c, next) => {
    const { host, origin, site } = asked(c.req.raw.headers);
    const isOwnHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
    const isOwnOrigin = origin === null || origin === `http://${host}`;
    const isOwnSite = site === null || site === "same-origin" || site === "none";
    if (!isOwnHost || !isOwnOrigin || !isOwnSite) return c.text("wirecheck talks to its own pages alone.\n", 403);
    return addHeaders(c, async () => {
      await next();
      c.res.headers.set("cache-control", "no-store");
    });
  };
}

function asked(headers: Headers) {
  return { host: headers.get("host") ?? "", origin: headers.get("origin"), site: headers.get("sec-fetch-site") };
}

/** A page loads its own script and style and nothing else, is put into no frame, and makes no markup of text. */
const headers: Parameters<typeof secureHeaders>[0] = {
  contentSecurityPolicy: {
    defaultSrc: ["'none'"],
    scriptSrc: ["'self'"],
    styleSrc: ["'self'"],
    connectSrc: ["'self'"],
    imgSrc: ["data:"],
    baseUri: ["'none'"],
    formAction: ["'none'"],
    frameAncestors: ["'none'"],
    requireTrustedTypesFor: ["'script'"],
    trustedTypes: ["'none'"],
  },
  crossOriginResourcePolicy: "same-origin",
  crossOriginOpenerPolicy: "same-origin",
  originAgentCluster: "?1",
  referrerPolicy: "no-referrer",
  strictTransportSecurity: false,
  xContentTypeOptions: "nosniff",
  xDnsPrefetchControl: "off",
  xDownloadOptions: false,
  xFrameOptions: "DENY",
  xPermittedCrossDomainPolicies: false,
  xXssProtection: false,
};
