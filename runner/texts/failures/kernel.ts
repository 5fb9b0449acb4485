import type { Facts } from "../../model/failure.ts";
import type { Text } from "../../model/text.ts";
import { capital, type FailureTexts, program } from "./phrases.ts";

/** What a program asked of the kernel for its sockets is not what it should have. All read `who`, the role of the program. */
export const kernelFailures = {
  "option-differs": (failure) => {
    const [option, wanted, found] = [failure.facts?.option, failure.facts?.wanted, failure.facts?.found];
    const place = socket(failure.facts?.on);
    const who = program(failure);
    if (option === undefined || option === "none" || wanted === undefined || found === undefined)
      return {
        en: `${capital(who.en)} had no open socket ${place.en} whose options could be read.`,
        id: `${capital(who.id)} tidak memiliki socket terbuka ${place.id} yang opsinya dapat dibaca.`,
      };
    if (option === "backlog")
      return {
        en: `On the socket ${place.en} of ${who.en} the backlog is ${found}: it should be ${wanted} or more.`,
        id: `Pada socket ${place.id} milik ${who.id}, backlog-nya ${found}: seharusnya ${wanted} atau lebih.`,
      };
    const name = optionNames[option] ?? option;
    const state = { en: setting(wanted, onOff.en, "s"), id: setting(wanted, onOff.id, " detik") };
    const is = { en: setting(found, onOff.en, "s"), id: setting(found, onOff.id, " detik") };
    return {
      en: `On the socket ${place.en} of ${who.en} ${name} is ${is.en}: it should be ${state.en}.`,
      id: `Pada socket ${place.id} milik ${who.id}, ${name} bernilai ${is.id}: seharusnya ${state.id}.`,
    };
  },

  "call-missing": (failure) => {
    const [call, after] = [failure.facts?.call ?? "the next call", failure.facts?.after];
    const who = program(failure);
    return {
      en: after
        ? `On one TCP socket ${who.en} should have done ${after} and then ${call}, in this order: ${call} was missing there, or came before.`
        : `${capital(who.en)} never called ${call} on any of its TCP sockets.`,
      id: after
        ? `Pada satu socket TCP, ${who.id} seharusnya menjalankan ${after} lalu ${call}, dengan urutan ini: ${call} tidak ada di sana, atau datang lebih awal.`
        : `${capital(who.id)} tidak pernah memanggil ${call} pada socket TCP mana pun.`,
    };
  },

  "option-late": (failure) => {
    const option = failure.facts?.option ?? "the option";
    const who = program(failure);
    return {
      en: `${capital(who.en)} switched ${option} on only after it had sent its first message.`,
      id: `${capital(who.id)} baru mengaktifkan ${option} setelah mengirim pesan pertamanya.`,
    };
  },

  "closed-twice": (failure) => {
    const who = program(failure);
    return {
      en: `${capital(who.en)} closed the descriptor of a connection a second time. By then its number may be that of another client, whose connection then breaks.`,
      id: `${capital(who.id)} menutup deskriptor sebuah koneksi untuk kedua kalinya. Pada saat itu nomornya bisa saja sudah milik client lain, sehingga koneksi client itu terputus.`,
    };
  },

  "left-open": (failure) => {
    const who = program(failure);
    const count = failure.facts?.connections;
    if (count === undefined)
      return {
        en: `${capital(who.en)} ended without closing the socket on which it listened.`,
        id: `${capital(who.id)} berakhir tanpa menutup socket tempatnya mendengarkan.`,
      };
    const sockets = count === 1 ? "one connection" : `${count} connections`;
    return {
      en: `${capital(who.en)} never closed the socket of ${sockets}.`,
      id: `${capital(who.id)} tidak pernah menutup socket dari ${count} koneksi.`,
    };
  },
} satisfies FailureTexts;

const optionNames: Record<string, string> = {
  reuseaddr: "SO_REUSEADDR",
  keepalive: "SO_KEEPALIVE",
  nodelay: "TCP_NODELAY",
  linger: "SO_LINGER",
};

type Setting = NonNullable<Facts<"option-differs">["found"]>;

const onOff = { en: ["on", "off"], id: ["aktif", "tidak aktif"] } as const;

function setting(value: Setting, [on, off]: readonly [string, string], seconds: string): string {
  if (value === true) return on;
  if (value === false || value === "off") return off;
  return `${value}${seconds}`;
}

function socket(on: string | undefined): Text {
  if (on === "listening") return { en: "that listens", id: "yang mendengarkan" };
  return { en: `of the connection with ${on ?? "the grader"}`, id: `dari koneksi dengan ${on ?? "penguji"}` };
}
