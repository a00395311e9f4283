// Stands in for the process that looks at documents: one kind makes it hang, one makes it grow, one it does not even begin with.
const [type] = process.argv.slice(2)
if (type === 'png') process.exit(1)
process.stdout.write('ready\n')
const hoard: Buffer[] = []
for (;;) if (type === 'jpeg') hoard.push(Buffer.alloc(16 * 1024 * 1024, 1))
