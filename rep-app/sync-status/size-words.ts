export function sizeWords(bytes: number): string {
  if (bytes < 1_000_000) return 'under 1 MB'
  return bytes < 1_000_000_000 ? `${Math.round(bytes / 1_000_000)} MB` : `${(bytes / 1_000_000_000).toFixed(1)} GB`
}
