import { expect, it } from "vitest";
import { itRuns } from "../../../tests/support/launch-samples.ts";
import { sampleTree } from "../../../tests/support/sample-tree.ts";
import { rust } from "./rust.ts";

it.each([
  ["src/main.rs", '[package]\nname = "echo"\n', "echo"],
  ["src/bin/server.rs", '[package]\nname = "echo"\n', "server"],
  ["app/srv.rs", '[package]\nname = "echo"\n[[bin]]\nname = "srv"\npath = "app/srv.rs"\n', "srv"],
])("runs what cargo makes of %s", (entry, manifest, name) => {
  const tree = sampleTree({ [entry]: "fn main() {}", "Cargo.toml": manifest });
  expect(rust.plan(tree).run.argv).toEqual([`{build}/debug/${name}`]);
});

const prints = 'fn main() { println!("ok {}", std::env::args().nth(1).unwrap()); }\n';
itRuns({
  Rust: { "server.rs": prints },
  "Rust by cargo": {
    "src/main.rs": prints,
    "Cargo.toml": '[package]\nname = "echo"\nversion = "0.1.0"\nedition = "2021"\n',
  },
});
