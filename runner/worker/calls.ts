import type { Isolation } from "../model/result.ts";
import type { Answer, Method, Params } from "./protocol.ts";
import { WorkerDied } from "./worker-process.ts";

/** One call to a worker. */
export interface Call<M extends Method = Method> {
  method: M;
  params: Params<M>;
  /** For whom it is made and what it does, as in `budi, test echo-text`. */
  about: string;
}

/** What one hand-in asks of the workers. */
export interface Calls {
  readonly isolation: Isolation;
  /** Makes a call on the first worker that is free; `begins` hears when it is made. */
  call<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>>;
  /** The same while no other call runs. */
  callAlone<M extends Method>(method: M, params: Params<M>, begins?: () => void): Promise<Answer<M>>;
}

/** The ways in which a pool makes calls. */
interface Ways {
  call<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>>;
  callAlone<M extends Method>(call: Call<M>, begins?: () => void): Promise<Answer<M>>;
}

/**
 * The calls of one hand-in. One that has cost two workers in a single call gets no more of them: each further call is refused
 * with a `WorkerDied`.
 */
export function callsOf(handIn: string, isolation: Isolation, ways: Ways): Calls {
  let spent: WorkerDied | null = null;
  const through = (way: keyof Ways) => async (method: Method, params: Params<Method>, begins?: () => void) => {
    if (spent) throw new WorkerDied(`not begun, because before ${spent.message}`);
    try {
      return await ways[way]({ method, params, about: `${handIn}, ${described(method, params)}` }, begins);
    } catch (fault) {
      if (fault instanceof WorkerDied) spent = fault;
      throw fault;
    }
  };
  return { isolation, call: through("call"), callAlone: through("callAlone") } as Calls;
}

function described(method: Method, params: Params<Method>): string {
  if (method === "play") return `test ${(params as Params<"play">).test.id}`;
  return method === "build" ? "its build" : "the search for its port";
}
