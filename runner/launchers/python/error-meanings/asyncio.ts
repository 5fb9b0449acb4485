import type { ErrorMeaning } from "../../error-meaning.ts";

const docs = "https://docs.python.org/3/library/asyncio-task.html";

const notAwaited = {
  name: { en: "await is missing", id: "await belum ditulis" },
  idea: {
    en: "Calling an async function only makes a coroutine: nothing of it runs, and there is no result, before it is awaited.",
    id: "Memanggil fungsi async baru membuat coroutine: isinya belum berjalan dan hasilnya belum ada sebelum di-await.",
  },
  source: `${docs}#coroutines`,
};

/** async and await: what was not awaited, what cannot be, and an event loop that is not there. */
export const pythonAsyncio: readonly ErrorMeaning[] = [
  {
    error:
      /'coroutine' object has no attribute '(?<name>\w+)'|(?:not|got|be used in) '?coroutine\b|'coroutine' object (?:is not|cannot|does not)|type '?coroutine'? (?:has no|is not)|cannot unpack non-iterable coroutine/,
    ...notAwaited,
    look: {
      en: "Write await before the call that makes this value: data = await reader.read(1024), server = await asyncio.start_server(...).",
      id: "Tulis await di depan pemanggilan yang menghasilkan nilai ini: data = await reader.read(1024), server = await asyncio.start_server(...).",
    },
  },
  {
    error: /coroutine '(?<call>[\w.]+)' was never awaited/,
    ...notAwaited,
    look: {
      en: "Write await before {call}(...); where it is to run beside the rest, asyncio.create_task({call}(...)); in the outermost place, asyncio.run({call}()).",
      id: "Tulis await di depan {call}(...); kalau harus berjalan di samping yang lain, asyncio.create_task({call}(...)); di tempat paling luar, asyncio.run({call}()).",
    },
  },
  {
    error: /object (?<type>\w+) can't be used in 'await' expression/,
    name: { en: "await before what does not wait", id: "await pada yang tidak menunggu" },
    idea: {
      en: "Only coroutines, tasks and futures can be awaited. This call returns {type} at once: writer.write() and writer.close() are such calls.",
      id: "Hanya coroutine, task, dan future yang dapat di-await. Pemanggilan ini langsung mengembalikan {type}, seperti writer.write() dan writer.close().",
    },
    look: {
      en: "Leave await out here; after writer.write(data) write await writer.drain(), after writer.close() await writer.wait_closed().",
      id: "Hilangkan await di sini; setelah writer.write(data) tulis await writer.drain(), setelah writer.close() tulis await writer.wait_closed().",
    },
    source: "https://docs.python.org/3/library/asyncio-stream.html#streamwriter",
  },
  {
    error: /a coroutine was expected, got (?<what>.+)/,
    name: { en: "run() needs a coroutine", id: "run() memerlukan coroutine" },
    idea: {
      en: "asyncio.run() takes what the call of an async function returns, not the function itself and not what a plain function returns.",
      id: "asyncio.run() menerima hasil pemanggilan fungsi async, bukan fungsinya sendiri dan bukan hasil fungsi biasa.",
    },
    look: {
      en: "Write asyncio.run(main()) with the brackets behind main, and async def main().",
      id: "Tulis asyncio.run(main()) dengan tanda kurung setelah main, dan async def main().",
    },
    source: "https://docs.python.org/3/library/asyncio-runner.html#asyncio.run",
  },
  {
    error:
      /no running event loop|no current event loop|run\(\) cannot be called from a running event loop|attached to a different loop/,
    name: { en: "Outside of the event loop", id: "Di luar event loop" },
    idea: {
      en: "Tasks belong to one event loop: asyncio.run(main()) makes it, once, and everything that awaits runs inside of main.",
      id: "Task dimiliki satu event loop: asyncio.run(main()) membuatnya sekali, dan semua yang menunggu berjalan di dalam main.",
    },
    look: {
      en: "Call asyncio.run(main()) once, at the end of the file; create tasks and servers inside of main, and no asyncio.run() within it.",
      id: "Panggil asyncio.run(main()) satu kali, di akhir berkas; buat task dan server di dalam main, tanpa asyncio.run() lain di dalamnya.",
    },
    source: "https://docs.python.org/3/library/asyncio-runner.html#asyncio.run",
  },
];
