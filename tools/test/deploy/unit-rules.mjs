const DRAIN_S = 10;

const HARDENED = [
  'NoNewPrivileges=yes',
  'ProtectSystem=strict',
  'ProtectHome=yes',
  'PrivateTmp=yes',
  'PrivateDevices=yes',
  'ProtectKernelTunables=yes',
  'ProtectKernelModules=yes',
  'ProtectControlGroups=yes',
  'RestrictNamespaces=yes',
  'RestrictSUIDSGID=yes',
  'LockPersonality=yes',
  'CapabilityBoundingSet=',
  'SystemCallFilter=@system-service',
  'KillSignal=SIGTERM',
];

/** What is wrong with a systemd unit of ours, a sentence for each. */
export function unitFaults(text) {
  const lines = text.split('\n');
  const value = (key) => lines.find((line) => line.startsWith(`${key}=`))?.slice(key.length + 1);
  const faults = HARDENED.filter((line) => !lines.includes(line)).map((line) => `${line} is missing`);
  if (!value('User') || value('User') === 'root') faults.push('it runs as root');
  if (!(Number(value('TimeoutStopSec')) > DRAIN_S)) faults.push('it is killed while it still drains');
  if (/(SECRET|PASSWORD|TOKEN)\w*=\S/.test(text)) faults.push('there is a secret in it');
  return faults;
}
