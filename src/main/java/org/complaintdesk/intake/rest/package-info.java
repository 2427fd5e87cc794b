/** Complaints and reviews over HTTP, for shops' own systems and for staff's programs. */
package org.complaintdesk.intake.rest;
