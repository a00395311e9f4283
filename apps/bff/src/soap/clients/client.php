<?php
// An old program in PHP: makes the calls that it reads from standard input, through the WSDL, and prints what came of each.
// [["Login", {"login": "…", "password": "…"}], …]; "$session" stands for what the last Login gave.
ini_set('soap.wsdl_cache_enabled', '0');
$client = new SoapClient($argv[1], ['exceptions' => true, 'cache_wsdl' => WSDL_CACHE_NONE, 'encoding' => 'UTF-8', 'features' => SOAP_SINGLE_ELEMENT_ARRAYS]);
$session = '';
$answers = [];
foreach (json_decode(stream_get_contents(STDIN), true, 16, JSON_THROW_ON_ERROR) as [$operation, $fields]) {
    foreach ($fields as $name => $value) {
        if ($value === '$session') $fields[$name] = $session;
    }
    try {
        $answer = $client->__soapCall($operation, [$fields]);
        if ($operation === 'Login') $session = $answer->session;
        $answers[] = ['answer' => $answer];
    } catch (SoapFault $fault) {
        $problem = $fault->detail->problem ?? null;
        $answers[] = ['fault' => ['faultcode' => $fault->faultcode, 'text' => $fault->faultstring, 'code' => $problem->code ?? null]];
    }
}
echo json_encode($answers, JSON_UNESCAPED_UNICODE | JSON_THROW_ON_ERROR);
