/** Sessions that every node knows and that survive a restart. */
package org.complaintdesk.platform.session;
