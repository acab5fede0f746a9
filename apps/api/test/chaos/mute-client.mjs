// A client in a process of its own, so that it can be stopped dead with its connection left open.
import { io } from 'socket.io-client';

const [url, token] = process.argv.slice(2);
io(url, { auth: { token }, transports: ['websocket'] }).on('session:ready', () => process.send('ready'));
