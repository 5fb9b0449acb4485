import { expect, test } from "vitest";
import { installFix } from "./install-fix.ts";

test("names packages as the system's own package manager does", () => {
  expect(installFix(["default-jdk-headless", "bubblewrap"], "apt-get")).toEqual({
    fix: "sudo apt-get install -y default-jdk-headless bubblewrap",
  });
  expect(installFix(["default-jdk-headless", "bubblewrap"], "apk")).toEqual({
    fix: "apk add openjdk21-jdk bubblewrap",
  });
  expect(installFix(["gcc"], "apk")).toEqual({ fix: "apk add gcc musl-dev" });
});

test("advises nothing where it does not know the name", () => {
  expect(installFix(["bash", "php-cli"], "apk")).toEqual({});
});
