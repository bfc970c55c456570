import { createSocket } from "node:dgram";
import { createServer } from "node:http";
import type { AddressInfo } from "node:net";

/** A listener on loopback that nothing may ever reach: HTTP, WebSocket and UDP on one port number. */
export interface Canary {
  readonly port: number;
  /** Everything that came, in words. */
  readonly heard: readonly string[];
  readonly close: () => Promise<void>;
}

/** Opens a canary. */
export async function openCanary(): Promise<Canary> {
  const heard: string[] = [];
  const server = createServer(({ method, url }, response) => {
    heard.push(`${method} ${url}`);
    response.setHeader("Access-Control-Allow-Origin", "*");
    response.end("heard");
  });
  server.on("upgrade", ({ url }, socket) => {
    heard.push(`upgrade ${url}`);
    socket.destroy();
  });
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  const { port } = server.address() as AddressInfo;
  const udp = createSocket("udp4");
  udp.on("message", (message) => heard.push(`udp ${message.length} bytes`));
  await new Promise<void>((resolve) => udp.bind(port, "127.0.0.1", resolve));
  return {
    port,
    heard,
    close: async () => {
      udp.close();
      server.closeAllConnections();
      await new Promise((resolve) => server.close(resolve));
    },
  };
}
