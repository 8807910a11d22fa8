"""All addresses below /open: what is published here, for everybody's machines and pages."""

from jointly.listings.giving_out import files_api, openactive_api, oruk_api

routers = [openactive_api.router, oruk_api.router, files_api.router]
