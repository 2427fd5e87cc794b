/** The customers' own way in: a page on which anyone files a complaint without signing in. */
package org.complaintdesk.intake.portal;
