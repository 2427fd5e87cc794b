/** The whole desk on one machine with nothing else installed: what {@code mvn spring-boot:test-run} starts. Never part of the jar. */
package org.complaintdesk.local;
