const net = require('net');
const db = {};
net.createServer((socket) => {
  socket.on('data', (chunk) => {
    const parts = chunk.toString().split('\r\n');
    const cmd = parts[2].toUpperCase();
    if (cmd === 'PING') socket.write('+PONG\r\n');
    else if (cmd === 'SET') { db[parts[4]] = parts[6]; socket.write('+OK\r\n'); }
    else if (cmd === 'GET') {
      const v = db[parts[4]];
      socket.write(v === undefined ? '$-1\r\n' : '$' + v.length + '\r\n' + v + '\r\n');
    }
    else if (cmd === 'DEL') { socket.write(parts[4] in db ? ':1\r\n' : ':0\r\n'); delete db[parts[4]]; }
    else if (cmd === 'INCR') { db[parts[4]] = Number(db[parts[4]] || 0) + 1; socket.write(':' + db[parts[4]] + '\r\n'); }
    else socket.write('-ERR unknown\r\n');
  });
}).listen(process.argv[2]);
