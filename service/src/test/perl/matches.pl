# Writes what Perl finds: reads lines of pattern, text and whatever stood there before, apart by tabs,
# and prints each with all matches as start-end and the texts of the groups in angle brackets.
#   perl service/src/test/perl/matches.pl < perl.tsv > new.tsv
# with service/src/test/resources/regex/perl.tsv, a sample of 60,000 generated cases. 42 of the 60,000
# are not in it: Perl keeps what groups took inside of a failed negative lookahead, and ends repeats
# of empty matches sooner than PCRE2.
use strict;
no warnings;

while (my $line = <STDIN>) {
  chomp $line;
  my ($pattern, $text) = split /\t/, $line;
  my $expression = qr/$pattern/;
  my @matches;
  while ($text =~ /$expression/g) {
    my $match = "$-[0]-$+[0]";
    for my $group (1 .. $#+) {
      my $taken = defined $-[$group];
      $match .= "," . ($taken ? "<" . substr($text, $-[$group], $+[$group] - $-[$group]) . ">" : "");
    }
    push @matches, $match;
  }
  print join("\t", $pattern, $text, join(" ", @matches)), "\n";
}
