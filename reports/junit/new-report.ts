import junitReportBuilder, { type Builder } from "junit-report-builder";

/** An empty JUnit report. */
export function newReport(): Builder {
  return builder.newBuilder();
}

// The package declares an ES module's default export but is a CommonJS module that is the builder itself.
const builder = junitReportBuilder as unknown as Builder;
