/** Single sign-on: people sign in at the company's OpenID provider and are the engine's users all the same. */
package org.complaintdesk.identity.sso;
