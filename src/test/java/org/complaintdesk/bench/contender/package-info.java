/**
 * What every contender of a benchmark has in common, the desk and the bare engines alike: each runs in a Java process of its
 * own, takes orders line by line and answers with figures. Nothing here knows an engine or the desk; {@code src/bench}
 * compiles these very files into the bare engines' jars.
 */
package org.complaintdesk.bench.contender;
