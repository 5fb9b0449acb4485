import type { Isolation } from "../model/result.ts";
import type { Follow, Seen } from "../test-run/follow-transcript.ts";
import type { Answer, Method, Params } from "./protocol.ts";
import { WorkerDied } from "./worker-process.ts";

/** One call to a worker. */
export interface Call<M extends Method = Method> {
  method: M;
  params: Params<M>;
  /** The hand-in for which it is made and what it does, such as `budi, test echo-text`. */
  about: string;
  /** Called with what is seen while the call runs. */
  follow?: Follow | undefined;
}

/** Called with what is seen while a test is played; `play` is a different number each time the test is played. */
export type Listener = (test: string, play: number, seen: Seen) => void;

/** A worker that can be called. */
export interface Callable {
  call<M extends Method>(call: Call<M>): Promise<Answer<M>>;
}

/** A worker that is kept for several calls. */
export interface KeptWorker extends Pick<Calls, "call"> {
  /** Ends it and all processes that it started; a call that is running rejects with a `WorkerDied`. */
  end(): Promise<void>;
}

/** The workers, as the grading of one hand-in calls them. */
export interface Calls {
  readonly isolation: Isolation;
  /** Makes a call on the first worker that is free; `begins` is called when the call starts. */
  call<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>>;
  /** The same while no other call runs. */
  callAlone<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>>;
  /**
   * Reserves the first worker that is free for several calls in a row. If it is lost, the call rejects with a `WorkerDied` and is not
   * made again, because the state that earlier calls left in the worker is lost as well.
   */
  withWorker<T>(use: (worker: KeptWorker) => Promise<T>): Promise<T>;
}

/** The ways in which a pool makes calls. */
interface Ways {
  call<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>>;
  callAlone<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>>;
  withWorker<T>(use: (worker: Callable & { end(): Promise<void> }) => Promise<T>): Promise<T>;
}

/**
 * The calls for one hand-in. After a call that two workers have died of, further calls are not made, and reject with a `WorkerDied`.
 */
export function callsOf(handIn: string, isolation: Isolation, ways: Ways, listener?: Listener): Calls {
  let spent: WorkerDied | null = null;
  let plays = 0;
  const callFor = (method: Method, params: Params<Method>): Call => ({
    ...{ method, params },
    about: `${handIn}, ${described(method, params)}`,
    ...(listener && method === "play" && { follow: following(params as Params<"play">, listener, plays++) }),
  });
  const through =
    (way: "call" | "callAlone") => async (method: Method, params: Params<Method>, begins?: () => void) => {
      if (spent) throw new WorkerDied(`not begun, because before ${spent.message}`);
      try {
        return await ways[way](callFor(method, params), begins);
      } catch (fault) {
        if (fault instanceof WorkerDied) spent = fault;
        throw fault;
      }
    };
  const withWorker: Calls["withWorker"] = (use) =>
    ways.withWorker((worker) =>
      use({
        async call(method, params, begins) {
          begins?.();
          return (await worker.call(callFor(method, params))) as Answer<typeof method>;
        },
        end: () => worker.end(),
      }),
    );
  return { isolation, call: through("call"), callAlone: through("callAlone"), withWorker } as Calls;
}

function following({ test }: Params<"play">, listener: Listener, play: number): Follow {
  return (seen) => listener(test.id, play, seen);
}

function described(method: Method, params: Params<Method>): string {
  if (method === "play") return `test ${(params as Params<"play">).test.id}`;
  if (method === "playStep") return `step ${Object.keys((params as Params<"playStep">).step)[0]}`;
  return method === "build" ? "its build" : "the way its programs are launched";
}
