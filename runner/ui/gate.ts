import type { MiddlewareHandler } from "hono";
import { secureHeaders } from "hono/secure-headers";

/**
 * Lets in only the pages of this server. A page of the internet cannot pass: after DNS rebinding its requests carry its
 * own host name, and a cross-site request carries its own origin.
 */
export function gate(): MiddlewareHandler {
  const addHeaders = secureHeaders(headers);
  return async (c, next) => {
    const { host, origin, site } = asked(c.req.raw.headers);
    const isOwnHost = /^(127\.0\.0\.1|localhost)(:\d+)?$/.test(host);
    const isOwnOrigin = origin === null || origin === `http://${host}`;
    const isOwnSite = site === null || site === "same-origin" || site === "none";
    if (!isOwnHost || !isOwnOrigin || !isOwnSite) return c.text("wirecheck answers only its own pages.\n", 403);
    return addHeaders(c, async () => {
      await next();
      c.res.headers.set("cache-control", "no-store");
    });
  };
}

function asked(headers: Headers) {
  return { host: headers.get("host") ?? "", origin: headers.get("origin"), site: headers.get("sec-fetch-site") };
}

/** A page loads only its own script and style, cannot be framed, and cannot turn text into markup. */
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
