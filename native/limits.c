/* Limits that the kernel enforces; see getrlimit(2). */
#include "launch.h"
#include <linux/resource.h>

/* A limit of this process that is lower than the wanted one stays: only privileged processes may raise a hard limit. */
static void limit_resource(const struct limit *limit) {
  struct rlimit64 now, wanted = {limit->value, limit->value};
  long error = CALL(prlimit64, 0, limit->resource, NULL, &now);
  if (error < 0) refuse("read a limit", error);
  if (now.rlim_max < wanted.rlim_max) wanted.rlim_max = wanted.rlim_cur = now.rlim_max;
  error = CALL(prlimit64, 0, limit->resource, &wanted, NULL);
  if (error < 0) refuse("set a limit", error);
}

void limit_resources(const struct launch *launch) {
  for (int at = 0; at < launch->limit_count; at++) limit_resource(&launch->limits[at]);
}
