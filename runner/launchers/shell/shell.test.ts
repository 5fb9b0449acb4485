import { itReports, itRuns } from "../../../tests/support/launch-samples.ts";

itRuns({ "a shell script": { "server.sh": 'echo ok "$1"\n' } });

itReports([[{ "server.sh": "if true; then\n" }, "server.sh: line 2"]]);
