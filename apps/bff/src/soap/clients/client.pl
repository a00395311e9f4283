# An old program in Perl: makes the calls that it reads from standard input, through the WSDL, and prints what came of each.
# [["Login", {"login": "…", "password": "…"}], …]; "$session" stands for what the last Login gave. The stub that SOAP::Lite makes
# of a WSDL takes its values in the order of the WSDL.
use strict;
use warnings;
use utf8;
use JSON::PP;
use SOAP::Lite;

my %order = (
    Login         => [qw(login password)],
    Logout        => [qw(session)],
    GetAccount    => [qw(session)],
    ListContacts  => [qw(session)],
    ListRequests  => [qw(session)],
    CreateRequest => [qw(session subject service text)],
);
my $json    = JSON::PP->new->utf8;
my $service = SOAP::Lite->service($ARGV[0]);
# The whole answer, not only its first value; a fault is an answer too, not the end of the program.
$service->want_som(1);
$service->on_fault(sub { return $_[1] });
my $session = '';
my @answers;
local $/;
for my $call (@{ $json->decode(<STDIN>) }) {
    my ($operation, $fields) = @$call;
    my @values = map { ($fields->{$_} // '') eq '$session' ? $session : $fields->{$_} } @{ $order{$operation} };
    my $som = $service->$operation(@values);
    if (!ref $som || !$som->isa('SOAP::SOM')) {
        push @answers, { fault => { faultcode => undef, text => 'no answer that could be read', code => undef } };
    } elsif ($som->fault) {
        my $detail = $som->faultdetail;
        push @answers, { fault => { faultcode => $som->faultcode, text => $som->faultstring, code => $detail ? $detail->{problem}{code} : undef } };
    } else {
        my $answer = { map { $_ => [$som->valueof("//${operation}Response/$_")] } qw(session contact company request id) };
        $session = $answer->{session}[0] if $operation eq 'Login';
        push @answers, { answer => $answer };
    }
}
print $json->encode(\@answers);
