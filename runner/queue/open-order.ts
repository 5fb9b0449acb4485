import { mkdtemp } from "node:fs/promises";
import { join } from "node:path";
import type { Order } from "../class/order.ts";
import { UsageProblem } from "../model/usage-problem.ts";
import { removeTree } from "../remove-tree.ts";
import { unpackFiles } from "./pack-files.ts";
import type { Parcel } from "./parcels.ts";
import type { Route } from "./route.ts";
import type { UnpackedLabs } from "./unpacked-labs.ts";
import { digest, type WrittenOrder, writtenOrder } from "./written-order.ts";

/** An order whose files are on this machine until it is closed. */
export interface OpenedOrder {
  order: Order;
  close(): Promise<void>;
}

/**
 * Unpacks a signed parcel.
 *
 * @throws UsageProblem when this worker may not grade it, or when its files were changed in the queue
 */
export async function openOrder(
  { order: json, files }: Parcel,
  { scratch, route, labs }: { scratch: string; route: Route; labs: UnpackedLabs },
): Promise<OpenedOrder> {
  const order = read(json, route);
  if (digest(files) !== order.files) throw new UsageProblem("its files were changed in the queue");
  const lab = await labs.get(order.lab);
  const folder = await mkdtemp(join(scratch, "hand-in-"));
  const close = async () => {
    await removeTree(folder);
  };
  try {
    const laidOut = await unpackFiles(files, folder);
    const sources = laidOut.map((from, index) => ({ from, name: order.names[index] as string }));
    const { path, refused, terms, freshLaunches, digests } = order;
    return { order: { lab, delivery: { path, refused, sources }, terms, freshLaunches, digests }, close };
  } catch (fault) {
    await close();
    throw fault;
  }
}

function read(json: string, route: Route): WrittenOrder {
  const { data } = writtenOrder.safeParse(JSON.parse(json));
  const version = data?.terms.wirecheck ?? "another version";
  if (!data || version !== route.wirecheck)
    throw new UsageProblem(`it asks for wirecheck ${version}, and the worker is ${route.wirecheck}`);
  const { tier, watch } = data.terms;
  if (tier !== route.tier || watch !== route.watch)
    throw new UsageProblem(
      `it asks for tier ${tier}${watch ? "" : " without watch"}, and the worker has ${route.tier}`,
    );
  return data;
}
