import type { SocketUse } from "../model/socket-use.ts";
import { sourceLanguage } from "./source-language.ts";
import type { Sign } from "./source-signs.ts";
import { blankOut } from "./support/blank-out.ts";

/** How a source uses sockets, by its calls, without comments and strings. */
export function socketUse(file: string, source: string): SocketUse[] {
  const { sockets, syntax } = sourceLanguage(file, source).source;
  const code = blankOut(source, syntax);
  const withStrings = blankOut(source, syntax, { keepStrings: true });
  const shows = (signs: readonly Sign[] = []) =>
    signs.some((sign) => ("inStrings" in sign ? sign.inStrings.test(withStrings) : sign.test(code)));
  const isUdp = shows(sockets.udp);
  const counted = (signs: readonly RegExp[] = []) => signs.reduce((sum, sign) => sum + count(sign, code), 0);
  const isUdpServer = isUdp && shows(sockets["udp-server"]) && !shows(sockets.ephemeral);
  // A source with more sockets than are bound is also a client.
  const hasOneUnbound = counted(sockets.datagramSocket) > counted(sockets.bound);
  const isBothOverUdp = isUdpServer && (hasOneUnbound || joinsGroup.test(code));
  const connects = shows(sockets["tcp-client"]) && (!isUdp || shows(sockets.tcp));
  return [
    ...(shows(sockets["tcp-server"]) ? (["tcp-server"] as const) : []),
    ...(connects ? (["tcp-client"] as const) : []),
    ...(isUdpServer ? (["udp-server"] as const) : []),
    ...((isUdp && !isUdpServer) || isBothOverUdp ? (["udp-client"] as const) : []),
  ];
}

/** A member of a multicast group receives from it and sends to it; the words are the same in every language. */
const joinsGroup =
  /\b(?:IP_ADD_(?:SOURCE_)?MEMBERSHIP|IPV6_JOIN_GROUP|add(?:SourceSpecific)?Membership|[jJ]oinGroup|ListenMulticastUDP|join_multicast_v[46]|join_group)\b/;

/** Whether starting this file does anything: it has a `main`, or is a script with statements that do more than define. */
export function runsAlone(file: string, source: string): boolean {
  const { startsAlone, syntax } = sourceLanguage(file, source).source;
  return startsAlone?.(blankOut(source, syntax)) ?? true;
}

function count(sign: RegExp, code: string): number {
  return code.match(new RegExp(sign, "g"))?.length ?? 0;
}
