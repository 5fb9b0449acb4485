import { itBuildsTrials } from "./support/launch-samples.ts";

itBuildsTrials();
