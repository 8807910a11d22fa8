"""Where a whole postcode is: from an operator's own table of postcodes, else from postcodes.io if they turned it on."""
