const net = require('net');
net.createServer(c => {
  c.on('end', () => {
    c.write('Pesan diterima!');
  });
  c.on('data', d => console.log('Pesan dari client: ' + d));
}).listen(12345, '127.0.0.1');
