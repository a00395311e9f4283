import type { EndpointKey } from '@porta/shared'
import { addressOf, answered, type Reply } from './call.ts'
import { ApiProblem } from './problem.ts'

/** The endpoints that take a file as it is. */
type UploadKey = Extract<EndpointKey, `POST ${string}/documents`>

type Input = {
  query: Record<string, unknown>
  file: Blob
  /** How much of the file has left, from 0 to 1. */
  onSent?: (part: number) => void
  signal?: AbortSignal
}

/** Sends one file to an endpoint of the contract, and says on the way how far it is; a refusal throws `ApiProblem`. */
export const upload = <K extends UploadKey>(key: K, { query, ...input }: Input): Promise<Reply<K>> => {
  const { method, path } = addressOf(key, { query })
  return answered(key, send(method, path, input))
}

// fetch cannot say how much of a body has left
function send(method: string, path: string, { file, onSent, signal }: Omit<Input, 'query'>): Promise<unknown> {
  return new Promise((resolve, reject) => {
    const request = new XMLHttpRequest()
    const fail = () => reject(new ApiProblem('offline'))
    request.open(method, path)
    request.setRequestHeader('content-type', 'application/octet-stream')
    request.upload.onprogress = ({ loaded, total }) => onSent?.(total > 0 ? loaded / total : 0)
    request.onerror = fail
    request.onabort = fail
    request.onload = () => {
      const { status, responseText } = request
      const response = new Response(status === 204 ? null : responseText, { status })
      if (!response.ok) ApiProblem.of(response).then(reject, fail)
      else response.json().then(resolve, () => reject(new ApiProblem('unexpected')))
    }
    signal?.addEventListener('abort', () => request.abort())
    request.send(file)
  })
}
