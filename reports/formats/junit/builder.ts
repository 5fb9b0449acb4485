import type { Builder } from "junit-report-builder";

/** Makes empty JUnit reports; loaded when needed, because its library is as large as the rest of the command line. */
export async function junitBuilder(): Promise<() => Builder> {
  const { default: library } = await import("junit-report-builder");
  // The package declares an ES module's default export but is a CommonJS module that is the builder itself.
  const builder = library as unknown as Builder;
  return () => builder.newBuilder();
}
