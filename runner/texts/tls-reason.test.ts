import { expect, test } from "vitest";
import { tlsReason } from "./tls-reason.ts";

test.each([
  ["ERR_SSL_WRONG_VERSION_NUMBER", ": what it sent is not TLS"],
  ["ERR_SSL_TLSV1_ALERT_UNKNOWN_CA", ": it does not trust the authority that signed the grader's certificate"],
  ["ERR_SSL_SSLV3_ALERT_CERTIFICATE_EXPIRED", ": it refused the grader's certificate"],
  ["DEPTH_ZERO_SELF_SIGNED_CERT", ": the certificate that it shows is not the one that lies in its working folder"],
  ["ECONNRESET", ": it closed the connection in the middle of the handshake"],
  ["ERR_SSL_SOMETHING_NEW", " (ERR_SSL_SOMETHING_NEW)"],
])("says of %s%s", (error, said) => {
  expect(tlsReason(error).en).toBe(said);
});

test("says nothing where nobody said why", () => {
  expect(tlsReason(undefined)).toEqual({ en: "", id: "" });
});
