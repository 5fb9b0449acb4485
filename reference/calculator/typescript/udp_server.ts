// A calculator over UDP: a datagram for a question, a datagram for its answer.
//
//     udp_server.ts 5000

import { createSocket } from "node:dgram";
import { answer } from "./calculate.ts";

const socket = createSocket("udp4");
socket.on("message", (question, { port, address }) => socket.send(answer(question.toString()), port, address));
socket.bind(Number(process.argv[2]));
