import type { Task } from "../../../../sandbox/task";

const gibibyte = 2 ** 30;

/** Node.js's `os`, on a machine like Lambda's. */
export function createOs(task: Task, uptimeSeconds: () => number): object {
  const cpu = {
    model: "Intel(R) Xeon(R) Processor @ 2.50GHz",
    speed: 2500,
    times: { user: 1000, nice: 0, sys: 500, idle: 10_000, irq: 0 },
  };
  const bytes = task.memoryMb * 2 ** 20;
  return {
    EOL: "\n",
    devNull: "/dev/null",
    arch: () => "x64",
    availableParallelism: () => 2,
    cpus: () => [cpu, cpu],
    endianness: () => "LE",
    freemem: () => Math.min(bytes, gibibyte) / 2,
    getPriority: () => 0,
    homedir: () => "/home/sbx_user1051",
    hostname: () => "169.254.100.1",
    loadavg: () => [0, 0, 0],
    machine: () => "x86_64",
    networkInterfaces: () => ({}),
    platform: () => "linux",
    release: () => "5.10.240-265.959.amzn2.x86_64",
    setPriority: () => {},
    tmpdir: () => "/tmp",
    totalmem: () => bytes,
    type: () => "Linux",
    uptime: uptimeSeconds,
    userInfo: () => ({
      uid: 993,
      gid: 990,
      username: "sbx_user1051",
      homedir: "/home/sbx_user1051",
      shell: "/sbin/nologin",
    }),
    version: () => "#1 SMP",
    constants: { signals: {}, errno: {}, priority: {}, dlopen: {} },
  };
}
