import { DatabaseRefusal } from '../../platform/database/refusal.ts'
import { CommandError } from './terminal.ts'

/** A refusal is one sentence for the operator. An unexpected fault keeps its stack for the developer. */
export function explainFault(fault: unknown): string {
  if (!(fault instanceof Error)) return String(fault)
  const isRefusal =
    fault instanceof CommandError ||
    fault instanceof DatabaseRefusal ||
    fault.name === 'ConfigError' ||
    fault.name === 'FolderRefusal'
  if (isRefusal) return fault.message
  return explainSystemFault(fault) ?? fault.stack ?? fault.message
}

/** Explains an error of the operating system by its code. */
function explainSystemFault(
  fault: NodeJS.ErrnoException & { address?: string; hostname?: string },
): string | undefined {
  const { code = '', syscall = '', path, address, hostname, port } = { port: undefined, ...fault }
  if (code === 'EADDRINUSE')
    return 'The port is in use. Stop the program that listens there, or set another port, such as PORT=3001.'
  if (code === 'EADDRNOTAVAIL' && syscall === 'listen')
    return `HOST is ${address}, which is not an address of this machine: set HOST to one, such as 127.0.0.1.`
  if (syscall === 'getaddrinfo') return `HOST is ${hostname}, which has no address: set HOST to one, such as 127.0.0.1.`
  if (code === 'EACCES' && syscall === 'listen')
    return `This account may not listen on PORT ${port}: set PORT to one above 1023, such as PORT=3000.`
  if (path !== undefined && code in fileFaults) return `${path} ${fileFaults[code]} (${syscall}).`
  return undefined
}

const fileFaults: Record<string, string> = {
  EACCES: "can't be used by the account that runs this: check its owner and mode",
  EPERM: "can't be used by the account that runs this: check its owner and mode",
  EROFS: 'is on a file system that is read-only',
  ENOSPC: "can't be written, because the disk is full",
  ENOTDIR: 'is not a folder',
}
