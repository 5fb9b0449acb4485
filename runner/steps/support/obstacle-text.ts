import type { PortObstacle } from "../../arena/arena.ts";

/** Why a program cannot be judged here: the port that it needs is not available on this machine. */
export function obstacleText(obstacle: PortObstacle, port: number): string {
  return obstacle === "privileged"
    ? `only root may listen on port ${port} of this machine, and no program is run as root: grade where there is tier full (\`wirecheck doctor\`)`
    : `another process of this machine holds port ${port}: end it and grade again`;
}
