/** How fast pages and lists are, and what a case costs, when a desk has worked for years. */
package org.complaintdesk.volume;
