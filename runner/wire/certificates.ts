import { isIP } from "node:net";

/** The certificate and key of a TLS server, and what its clients must trust, in PEM. */
export interface Certificates {
  /** The certificate of the authority that signed the server's certificate. */
  authority: string;
  certificate: string;
  key: string;
}

/** What may be wrong with a certificate, so that a client must refuse it. */
export type CertificateFlaw = "untrusted" | "expired" | "wrong-name";

/** Certificates for a test. Their keys exist only in the memory of this process. */
export interface TestCertificates extends Certificates {
  /** Certificates for the same names with a flaw, because of which a client must refuse them. */
  flawed(flaw: CertificateFlaw): Promise<Certificates>;
}

/** Makes throw-away certificates for host names and IP literals; returns the same ones again for the same names. */
export function certificatesFor(names: readonly string[]): Promise<TestCertificates> {
  const key = names.join(" ");
  const made = known.get(key) ?? make(names);
  known.set(key, made);
  return made;
}

const known = new Map<string, Promise<TestCertificates>>();

/** Supported by every library that students use; keys for it are made within a millisecond. */
const algorithm = { name: "ECDSA", namedCurve: "P-256", hash: "SHA-256" };
const dayMs = 24 * 60 * 60 * 1000;

async function make(names: readonly string[]): Promise<TestCertificates> {
  const authority = await makeAuthority();
  const right = await sign(names, authority, { fromDays: -1, toDays: 30 });
  return {
    ...right,
    async flawed(flaw) {
      if (flaw === "expired") return sign(names, authority, { fromDays: -30, toDays: -1 });
      if (flaw === "wrong-name") return sign(["elsewhere.test"], authority, { fromDays: -1, toDays: 30 });
      const stranger = await sign(names, await makeAuthority(), { fromDays: -1, toDays: 30 });
      return { ...stranger, authority: right.authority };
    },
  };
}

type Authority = Awaited<ReturnType<typeof makeAuthority>>;

/** Loaded only for tests with TLS: it is larger than all other code of the worker. */
async function x509() {
  await import("reflect-metadata");
  return import("@peculiar/x509");
}

async function makeAuthority() {
  const { BasicConstraintsExtension, KeyUsageFlags, KeyUsagesExtension, ...rest } = await x509();
  const keys = await makeKeys();
  const name = "CN=wirecheck throw-away authority";
  const certificate = await rest.X509CertificateGenerator.createSelfSigned({
    ...{ name, keys, signingAlgorithm: algorithm, ...validFor({ fromDays: -60, toDays: 60 }) },
    extensions: [
      new BasicConstraintsExtension(true, 0, true),
      new KeyUsagesExtension(KeyUsageFlags.keyCertSign, true),
      await rest.SubjectKeyIdentifierExtension.create(keys.publicKey),
    ],
  });
  return { name, keys, certificate };
}

async function sign(
  names: readonly string[],
  authority: Authority,
  validity: { fromDays: number; toDays: number },
): Promise<Certificates> {
  const { X509CertificateGenerator, ...extension } = await x509();
  const keys = await makeKeys();
  const certificate = await X509CertificateGenerator.create({
    ...{ subject: `CN=${names[0]}`, issuer: authority.name, ...validFor(validity) },
    ...{ publicKey: keys.publicKey, signingKey: authority.keys.privateKey, signingAlgorithm: algorithm },
    extensions: [
      new extension.BasicConstraintsExtension(false),
      new extension.SubjectAlternativeNameExtension(
        names.map((value) => ({ type: isIP(value) === 0 ? ("dns" as const) : ("ip" as const), value })),
      ),
      new extension.ExtendedKeyUsageExtension([extension.ExtendedKeyUsage.serverAuth]),
      // Python from 3.13 on refuses a certificate that does not name its authority's key.
      await extension.AuthorityKeyIdentifierExtension.create(authority.keys.publicKey),
    ],
  });
  const key = Buffer.from(await crypto.subtle.exportKey("pkcs8", keys.privateKey));
  const lines = key.toString("base64").replace(/.{64}(?=.)/g, "$&\n");
  return {
    authority: `${authority.certificate.toString("pem")}\n`,
    certificate: `${certificate.toString("pem")}\n`,
    key: `-----BEGIN PRIVATE KEY-----\n${lines}\n-----END PRIVATE KEY-----\n`,
  };
}

function makeKeys() {
  return crypto.subtle.generateKey(algorithm, true, ["sign", "verify"]);
}

function validFor({ fromDays, toDays }: { fromDays: number; toDays: number }) {
  return { notBefore: new Date(Date.now() + fromDays * dayMs), notAfter: new Date(Date.now() + toDays * dayMs) };
}
