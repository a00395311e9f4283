import { serviceNamespace } from './envelope.ts'

const text = (name: string, extra = '') => `<xs:element name="${name}" type="xs:string"${extra}/>`
const element = (name: string, content: string) =>
  `<xs:element name="${name}"><xs:complexType><xs:sequence>${content}</xs:sequence></xs:complexType></xs:element>`
const type = (name: string, content: string) => `<xs:complexType name="${name}"><xs:sequence>${content}</xs:sequence></xs:complexType>`
const optional = ' minOccurs="0"'
const session = text('session')
const many = ' minOccurs="0" maxOccurs="unbounded"'

/** Fields and answer of each operation, in the order in which clients write them. */
const operations: [name: string, fields: string, answer: string][] = [
  ['Login', text('login') + text('password'), session],
  ['Logout', session, ''],
  [
    'GetAccount',
    session,
    '<xs:element name="contact" type="tns:Contact"/><xs:element name="company" type="tns:Company"/><xs:element name="sessionEndsAt" type="xs:dateTime"/>',
  ],
  ['ListContacts', session + text('page', optional), `<xs:element name="contact" type="tns:Contact"${many}/>`],
  ['ListRequests', session, `<xs:element name="request" type="tns:Request"${many}/>`],
  ['CreateRequest', session + text('subject') + text('service') + text('text'), text('id')],
]

const types = [
  type('Contact', text('id') + text('name') + text('email', optional) + text('phone', optional) + text('language') + text('role')),
  type('Company', text('id') + text('name')),
  type(
    'Request',
    ['id', 'subject', 'service', 'text', 'state', 'by'].map((name) => text(name)).join('') +
      '<xs:element name="createdAt" type="xs:dateTime"/>',
  ),
  ...operations.map(([name, fields, answer]) => `${element(name, fields)}\n      ${element(`${name}Response`, answer)}`),
  element('problem', text('code') + text('field', many) + text('retryAfterSeconds', optional) + text('requestId')),
]

const message = (name: string, part: string, of: string) =>
  `<wsdl:message name="${name}"><wsdl:part name="${part}" element="tns:${of}"/></wsdl:message>`

const lines = (items: string[], indent: number) => items.join(`\n${' '.repeat(indent)}`)

/** The description of the service (WSDL 1.1) at its own address. Fixed, and it imports nothing. */
export const wsdl = (address: string) => `<?xml version="1.0" encoding="UTF-8"?>
<wsdl:definitions name="Porta" targetNamespace="${serviceNamespace}" xmlns:tns="${serviceNamespace}" xmlns:wsdl="http://schemas.xmlsoap.org/wsdl/" xmlns:soap="http://schemas.xmlsoap.org/wsdl/soap/" xmlns:xs="http://www.w3.org/2001/XMLSchema">
  <wsdl:types>
    <xs:schema targetNamespace="${serviceNamespace}" elementFormDefault="qualified">
      ${lines(types, 6)}
    </xs:schema>
  </wsdl:types>
  ${lines(
    operations.flatMap(([name]) => [
      message(`${name}Request`, 'parameters', name),
      message(`${name}Reply`, 'parameters', `${name}Response`),
    ]),
    2,
  )}
  ${message('Problem', 'problem', 'problem')}
  <wsdl:portType name="PortaPort">
    ${lines(
      operations.map(
        ([name]) =>
          `<wsdl:operation name="${name}"><wsdl:input message="tns:${name}Request"/><wsdl:output message="tns:${name}Reply"/><wsdl:fault name="Problem" message="tns:Problem"/></wsdl:operation>`,
      ),
      4,
    )}
  </wsdl:portType>
  <wsdl:binding name="PortaBinding" type="tns:PortaPort">
    <soap:binding style="document" transport="http://schemas.xmlsoap.org/soap/http"/>
    ${lines(
      operations.map(
        ([name]) =>
          `<wsdl:operation name="${name}"><soap:operation soapAction="${serviceNamespace}#${name}"/><wsdl:input><soap:body use="literal"/></wsdl:input><wsdl:output><soap:body use="literal"/></wsdl:output><wsdl:fault name="Problem"><soap:fault name="Problem" use="literal"/></wsdl:fault></wsdl:operation>`,
      ),
      4,
    )}
  </wsdl:binding>
  <wsdl:service name="Porta">
    <wsdl:port name="PortaPort" binding="tns:PortaBinding"><soap:address location="${address}"/></wsdl:port>
  </wsdl:service>
</wsdl:definitions>
`
