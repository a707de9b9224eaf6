/** A real PostgreSQL from the system's package, on a free port and a throw-away folder, for the tests. */
import fs from 'node:fs';
import net from 'node:net';
import os from 'node:os';
import path from 'node:path';
import { quietly } from './run.mjs';
import { Trouble } from './tell.mjs';

const versions = '/usr/lib/postgresql';
const hurried = ['fsync=off', 'synchronous_commit=off', 'full_page_writes=off'];
const local = ['listen_addresses=127.0.0.1', "unix_socket_directories=''"];

/** Answers the address of an empty database, and how to end the server. Only a durable one flushes what it commits. */
export async function startPostgres({ durable = false } = {}) {
  const programs = newestPrograms();
  const folder = fs.mkdtempSync(path.join(os.tmpdir(), 'shopfile-postgres-'));
  const data = path.join(folder, 'data');
  const asOwner = process.getuid() === 0 ? ['runuser', '-u', 'postgres', '--'] : [];
  if (asOwner.length > 0) await quietly('chown', ['postgres', folder]);
  const owned = (program, ...args) => [...asOwner, path.join(programs, program), '-D', data, ...args];
  const call = ([program, ...args]) => quietly(program, args, { cwd: '/' });

  await call(owned('initdb', '-U', 'postgres', '--auth=trust', '--encoding=UTF8', '--locale=C.UTF-8', '--no-sync'));
  const port = await freePort();
  const settings = [...local, ...(durable ? [] : hurried)].map((setting) => `-c ${setting}`).join(' ');
  await call(owned('pg_ctl', '-w', '-l', path.join(folder, 'log'), '-o', `-p ${port} ${settings}`, 'start'));

  const close = async () => {
    await call(owned('pg_ctl', '-m', 'immediate', 'stop'));
    fs.rmSync(folder, { recursive: true, force: true });
  };
  return { url: `postgres://postgres@127.0.0.1:${port}/postgres`, close };
}

function newestPrograms() {
  const found = fs.existsSync(versions) ? fs.readdirSync(versions).sort((a, b) => Number(b) - Number(a)) : [];
  if (found.length === 0) throw new Trouble('PostgreSQL is not installed.', 'run as root: apt-get install postgresql');
  return path.join(versions, found[0], 'bin');
}

function freePort() {
  return new Promise((resolve) => {
    const server = net.createServer().listen(0, '127.0.0.1', () => {
      const { port } = server.address();
      server.close(() => resolve(port));
    });
  });
}
