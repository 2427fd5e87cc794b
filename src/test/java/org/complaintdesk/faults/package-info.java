/** Breaks the running system on purpose and proves that nothing is lost: {@code mvn -Pfaults verify}. */
package org.complaintdesk.faults;
