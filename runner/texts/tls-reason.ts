import type { Text } from "../model/text.ts";
import { printableLine } from "./printable.ts";

/** Why a handshake of TLS failed, as the end of a sentence, from what OpenSSL or the system calls it; empty if neither says why. */
export function tlsReason(error: string | undefined): Text {
  if (error === undefined) return { en: "", id: "" };
  const known = reasons.find(({ codes }) => codes.test(error));
  if (known) return { en: `: ${known.en}`, id: `: ${known.id}` };
  const quoted = printableLine(error);
  return { en: ` (${quoted})`, id: ` (${quoted})` };
}

/** Whose certificate it is follows from who says it: an alert comes from the program, a verification is the grader's. */
const reasons = [
  {
    codes: /WRONG_VERSION_NUMBER|HTTP_REQUEST|PACKET_LENGTH_TOO_LONG|UNKNOWN_PROTOCOL|RECORD_LENGTH/i,
    en: "what it sent is not TLS",
    id: "yang dikirimnya bukan TLS",
  },
  {
    codes: /ALERT_UNKNOWN_CA/i,
    en: "it does not trust the authority that signed the grader's certificate",
    id: "ia tidak memercayai otoritas yang menandatangani sertifikat penguji",
  },
  {
    codes: /ALERT_(?:BAD_CERTIFICATE|CERTIFICATE|UNSUPPORTED_CERTIFICATE)/i,
    en: "it refused the grader's certificate",
    id: "ia menolak sertifikat penguji",
  },
  {
    codes: /SELF_SIGNED|UNABLE_TO_(?:GET_ISSUER|VERIFY_LEAF)|CERT_SIGNATURE|CERT_UNTRUSTED/i,
    en: "the certificate that it shows is not the one that lies in its working folder",
    id: "sertifikat yang ditunjukkannya bukan yang ada di folder kerjanya",
  },
  {
    codes: /ALTNAME_INVALID/i,
    en: "the certificate that it shows is for another name",
    id: "sertifikat yang ditunjukkannya untuk nama lain",
  },
  {
    codes: /NO_SHARED_CIPHER|UNSUPPORTED_PROTOCOL|PROTOCOL_VERSION|HANDSHAKE_FAILURE/i,
    en: "it offers no version or cipher that both sides know",
    id: "tidak ada versi atau cipher yang dikenal kedua pihak",
  },
  {
    codes: /^(?:ECONNRESET|EPIPE|closed)$/,
    en: "it closed the connection in the middle of the handshake",
    id: "ia menutup koneksi di tengah handshake",
  },
] as const;
