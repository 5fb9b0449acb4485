import { expect, it } from "vitest";
import { Feed } from "./feed.ts";

function readAll(feed: Feed<string>, after: string | undefined): string[] {
  const read: string[] = [];
  feed.read(after, ({ message }) => read.push(message));
  return read;
}

it("tells a reader what it missed, and from then on everything", () => {
  const feed = new Feed(() => "all");
  feed.publish("one");
  const { lastId } = feed;
  feed.publish("two");
  const read = readAll(feed, lastId);
  feed.publish("three");
  expect(read).toEqual(["two", "three"]);
  expect(readAll(feed, feed.lastId)).toEqual([]);
});

it("tells the whole to a reader whose place is not known: a new one, one of an earlier process, one that was away for long", () => {
  const feed = new Feed(() => "all");
  const before = feed.lastId;
  for (let count = 0; count < 5_000; count++) feed.publish("more");
  expect(readAll(feed, undefined)).toEqual(["all"]);
  expect(readAll(feed, new Feed(() => "").lastId)).toEqual(["all"]);
  expect(readAll(feed, before)).toEqual(["all"]);
});
