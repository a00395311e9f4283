// pnpm openapi [file]: the OpenAPI 3.1 document of every endpoint, from the shared schemas; to the terminal, or into a file.
import { writeFileSync } from 'node:fs'
import { openapi } from '../src/routes/openapi.ts'

const text = `${JSON.stringify(openapi(), null, 2)}\n`
const file = process.argv[2]
if (file) writeFileSync(file, text)
else process.stdout.write(text)
