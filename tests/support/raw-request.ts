import { connect } from "node:net";

/** Sends bytes exactly as they are, on a connection of their own, and returns the answer's status, or 0 when the server hung up without one. */
export function rawRequest(port: number, text: string): Promise<{ status: number; location: string }> {
  return new Promise((resolve, reject) => {
    const socket = connect(port, "127.0.0.1");
    let answer = "";
    const finish = () => {
      socket.destroy();
      resolve({ status: Number(/^HTTP\/1\.[01] (\d{3})/.exec(answer)?.[1] ?? 0), location: /^location: (.*)\r$/im.exec(answer)?.[1] ?? "" });
    };
    socket.setTimeout(20_000, () => reject(new Error(`no answer within 20 s to ${text.slice(0, 300)}`)));
    socket.on("data", (chunk) => {
      answer += chunk.toString("latin1");
    });
    socket.on("error", finish);
    socket.on("close", finish);
    // Latin-1 keeps every byte that was asked for.
    socket.write(Buffer.from(text, "latin1"));
  });
}
