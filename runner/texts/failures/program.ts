import type { Text } from "../../model/text.ts";
import { patternInWords } from "../pattern-in-words.ts";
import { grouped, timeSpan } from "../quantity.ts";
import { becauseOf, passedLimit } from "./because.ts";
import { capital, ending, type FailureTexts, program, when } from "./phrases.ts";

/** A program did not start, end or speak as it should have. All read `who`, the role of the program. */
export const programFailures = {
  "no-program": (failure) => {
    const role = failure.who ?? "";
    return {
      en: `No ${role ? `${role} ` : ""}program was found in the hand-in.`,
      id: `Program ${role ? `${role} ` : ""}tidak ditemukan di dalam berkas yang dikumpulkan.`,
    };
  },

  "build-failed": (failure) => {
    const why = passedLimit(failure.facts ?? {});
    return {
      en: `${capital(program(failure).en)} could not be built or read, so it never ran.${why ? ` Its build was ended: ${why.en}.` : ""}`,
      id: `${capital(program(failure).id)} tidak dapat dikompilasi atau dibaca, sehingga tidak pernah dijalankan.${why ? ` Kompilasinya dihentikan: ${why.id}.` : ""}`,
    };
  },

  "not-listening": (failure) => {
    const family = failure.facts?.family;
    if (family !== undefined) {
      const name = family === "ipv6" ? "IPv6" : "IPv4";
      return {
        en: `${capital(program(failure).en)} does not listen over ${name}, so no client that uses it can connect.`,
        id: `${capital(program(failure).id)} tidak mendengarkan (listen) lewat ${name}, sehingga client yang memakainya tidak dapat terhubung.`,
      };
    }
    const why = becauseOf(failure);
    const path = failure.facts?.path;
    if (path !== undefined) {
      return {
        en: `${capital(program(failure).en)} runs but does not listen at ${path} in its working folder (AF_UNIX), so no client can reach it.${why.en}`,
        id: `${capital(program(failure).id)} berjalan tetapi tidak mendengarkan (listen) di ${path} dalam folder kerjanya (AF_UNIX), sehingga tidak ada client yang dapat terhubung.${why.id}`,
      };
    }
    if (failure.facts?.over === "udp") {
      return {
        en: `${capital(program(failure).en)} runs but does not wait for datagrams (UDP), so none can reach it.${why.en}`,
        id: `${capital(program(failure).id)} berjalan tetapi tidak menunggu datagram (UDP), sehingga tidak ada yang sampai kepadanya.${why.id}`,
      };
    }
    return {
      en: `${capital(program(failure).en)} runs but does not listen, so no client can reach it.${why.en}`,
      id: `${capital(program(failure).id)} berjalan tetapi tidak mendengarkan (listen), sehingga tidak ada client yang dapat terhubung.${why.id}`,
    };
  },

  "exited-early": (failure) => {
    const how = ending(failure.facts?.status);
    return {
      en: `${capital(program(failure).en)} ended${how.en} while it was still needed.`,
      id: `${capital(program(failure).id)} sudah berakhir${how.id} padahal masih dibutuhkan.`,
    };
  },

  "wrong-port": (failure) => {
    const [given, used] = [failure.facts?.given, failure.facts?.found];
    const told = when(given !== undefined, `port ${given}`, `port ${given}`);
    const instead = when(used !== undefined, ` and used port ${used} instead`, ` dan justru memakai port ${used}`);
    return {
      en: `${capital(program(failure).en)} did not use ${told.en || "the port it was given"}${told.en && ", the one it was given,"}${instead.en}.`,
      id: `${capital(program(failure).id)} tidak memakai ${told.id || "port yang diberikan"}${told.id && " yang diberikan"}${instead.id}.`,
    };
  },

  "no-exit": (failure) => {
    const port = failure.facts?.listens;
    if (port !== undefined) {
      return {
        en: `${capital(program(failure).en)} should have refused this argument with a message, but it listens on port ${port} all the same.`,
        id: `${capital(program(failure).id)} seharusnya menolak argumen itu dengan sebuah pesan, tetapi tetap mendengarkan di port ${port}.`,
      };
    }
    const shared = failure.facts?.shares;
    if (shared !== undefined) {
      return {
        en: `${capital(program(failure).en)} should have ended, because port ${shared} was in use, but it listens there too.`,
        id: `${capital(program(failure).id)} seharusnya berakhir karena port ${shared} sedang dipakai, tetapi ikut mendengarkan di sana.`,
      };
    }
    const limit = passedLimit(failure.facts ?? {});
    if (limit) {
      return {
        en: `${capital(program(failure).en)} should have ended by itself, but had to be stopped: ${limit.en}.`,
        id: `${capital(program(failure).id)} seharusnya berakhir sendiri, tetapi harus dihentikan: ${limit.id}.`,
      };
    }
    const why = becauseOf(failure);
    return {
      en: `${capital(program(failure).en)} should have ended, but it is still running.${why.en}`,
      id: `${capital(program(failure).id)} seharusnya berakhir, tetapi masih terus berjalan.${why.id}`,
    };
  },

  "wrong-status": (failure) => {
    const how = ending(failure.facts?.status);
    const wanted = wantedStatus(failure.facts?.wanted);
    const should = when(wanted.en, `; it should be ${wanted.en}`, `; seharusnya ${wanted.id}`);
    return {
      en: `${capital(program(failure).en)} ended with the wrong exit status${how.en}${should.en}.`,
      id: `${capital(program(failure).id)} berakhir dengan status keluar yang salah${how.id}${should.id}.`,
    };
  },

  traceback: (failure) => {
    const line = failure.facts?.line;
    const what = when(line, ` (“${line}”)`, ` (“${line}”)`);
    return {
      en: `${capital(program(failure).en)} ended with an error that it did not handle${what.en}. The user should read one clear sentence there, not a stack trace.`,
      id: `${capital(program(failure).id)} berakhir karena error yang tidak ditangani${what.id}. Pengguna seharusnya membaca satu kalimat yang jelas, bukan stack trace.`,
    };
  },

  "no-message": (failure) => {
    const port = failure.facts?.listens;
    if (port !== undefined) {
      return {
        en: `${capital(program(failure).en)} was told no port and chose port ${port} without saying so: nobody can know where it listens.`,
        id: `${capital(program(failure).id)} tidak diberi port dan memilih port ${port} tanpa memberitahukannya: tidak ada yang tahu di mana ia mendengarkan.`,
      };
    }
    const how = ending(failure.facts?.status);
    return {
      en: `${capital(program(failure).en)} did not say what went wrong${how.en}: no words were printed.`,
      id: `${capital(program(failure).id)} tidak menyampaikan apa yang salah${how.id}: tidak ada kata yang dicetak.`,
    };
  },

  "no-output": (failure) => {
    const why = becauseOf(failure);
    if (failure.facts?.words === "any") {
      return {
        en: `${capital(program(failure).en)} printed no words where a message was expected.${why.en}`,
        id: `${capital(program(failure).id)} tidak mencetak kata apa pun, padahal seharusnya ada pesan.${why.id}`,
      };
    }
    const like = patternInWords(failure.facts?.pattern ?? "");
    return {
      en: `${capital(program(failure).en)} did not print what was expected${like.en}.${why.en}`,
      id: `${capital(program(failure).id)} tidak mencetak apa yang diharapkan${like.id}.${why.id}`,
    };
  },

  "more-descriptors": (failure) => {
    const [before, after] = [failure.facts?.before, failure.facts?.after];
    const counts = when(
      before !== undefined && after !== undefined,
      `: ${grouped(before ?? 0)} were open before, ${grouped(after ?? 0)} afterwards`,
      `: ${grouped(before ?? 0)} yang terbuka sebelumnya, ${grouped(after ?? 0)} sesudahnya`,
    );
    return {
      en: `${capital(program(failure).en)} does not close the sockets of clients that have left${counts.en}.`,
      id: `${capital(program(failure).id)} tidak menutup socket milik client yang sudah pergi${counts.id}.`,
    };
  },

  "children-left": (failure) => {
    const count = failure.facts?.count;
    const some = {
      en: count === 1 ? "a process" : `${count ?? "some"} processes`,
      id: `${count ?? "beberapa"} proses`,
    };
    return {
      en: `${capital(program(failure).en)} ended but left ${some.en} behind that still run.`,
      id: `${capital(program(failure).id)} sudah berakhir, tetapi meninggalkan ${some.id} yang masih berjalan.`,
    };
  },

  "not-listening-again": (failure) => {
    const at = failure.facts?.port;
    const port = when(at !== undefined, ` on port ${at}`, ` di port ${at}`);
    const how = ending(failure.facts?.status);
    const why = becauseOf(failure);
    return {
      en: `Started again at once, ${program(failure).en} did not listen${port.en} a second time${how.en}.${why.en}`,
      id: `Saat langsung dijalankan lagi, ${program(failure).id} tidak dapat mendengarkan${port.id} untuk kedua kalinya${how.id}.${why.id}`,
    };
  },

  busy: (failure) => {
    const [usedMs, spanMs] = [failure.facts?.usedMs, failure.facts?.spanMs];
    const [used, span] = [timeSpan(usedMs ?? 0), timeSpan(spanMs ?? 0)];
    const much = when(
      usedMs !== undefined && spanMs !== undefined,
      `: ${used.en} of CPU time in ${span.en}`,
      `: ${used.id} waktu prosesor dalam ${span.id}`,
    );
    return {
      en: `${capital(program(failure).en)} kept the processor busy while it had only to wait${much.en}.`,
      id: `${capital(program(failure).id)} terus memakai prosesor padahal hanya perlu menunggu${much.id}.`,
    };
  },
} satisfies FailureTexts;

function wantedStatus(wanted: string | undefined): Text {
  if (wanted === undefined) return { en: "", id: "" };
  if (wanted === "error") return { en: "any but 0", id: "apa saja selain 0" };
  return { en: wanted.replaceAll(",", " or "), id: wanted.replaceAll(",", " atau ") };
}
