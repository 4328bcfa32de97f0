import type { Check } from './check.ts';

/** Every check, in the order of the report: each after what it needs. */
export const checks: readonly Check[] = [
  { name: 'node', run: async (patient) => (await import('./checks/node.ts')).checkNode(patient) },
  { name: 'packages', run: async (patient) => (await import('./checks/packages.ts')).checkPackages(patient) },
  { name: 'native', run: async (patient) => (await import('./checks/native.ts')).checkNative(patient) },
  { name: 'settings', run: async (patient) => (await import('./checks/settings.ts')).checkSettings(patient) },
  { name: 'memory', run: async () => (await import('./checks/memory.ts')).checkMemory() },
  { name: 'disk', run: async (patient) => (await import('./checks/disk.ts')).checkDisk(patient) },
  { name: 'folders', run: async (patient) => (await import('./checks/folders.ts')).checkFolders(patient) },
  { name: 'model', run: async (patient) => (await import('./checks/model.ts')).checkModel(patient) },
  {
    name: 'index',
    needs: ['packages', 'native', 'model'],
    run: async (patient) => (await import('./checks/index.ts')).checkIndex(patient),
  },
  {
    name: 'desk',
    needs: ['packages', 'native'],
    run: async (patient) => (await import('./checks/desk.ts')).checkDesk(patient),
  },
  { name: 'token', run: async (patient) => (await import('./checks/token.ts')).checkToken(patient) },
  {
    name: 'discord',
    isOnline: true,
    run: async (patient) => (await import('./checks/discord.ts')).checkDiscord(patient),
  },
  {
    name: 'application',
    isOnline: true,
    needs: ['discord'],
    run: async (patient) => (await import('./checks/application.ts')).checkApplication(patient),
  },
  {
    name: 'server',
    isOnline: true,
    needs: ['discord'],
    run: async (patient) => (await import('./checks/server.ts')).checkServer(patient),
  },
  {
    name: 'commands',
    isOnline: true,
    needs: ['packages', 'discord'],
    run: async (patient) => (await import('./checks/commands.ts')).checkCommands(patient),
  },
  { name: 'clock', run: async (patient) => (await import('./checks/clock.ts')).checkClock(patient) },
  {
    name: 'processes',
    run: async (patient) => (await import('./checks/processes.ts')).checkProcesses(patient),
  },
];
