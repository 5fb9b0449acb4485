import { itRuns } from "../../../tests/support/launch-samples.ts";

itRuns({
  "C++": { "server.cpp": '#include <iostream>\nint main(int, char **v) { std::cout << "ok " << v[1] << "\\n"; }\n' },
});
