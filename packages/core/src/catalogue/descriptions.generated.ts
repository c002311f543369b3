// Written by scripts/extract-descriptions.ts from the doc comments of this folder: change those.
import type { CatalogueDescriptions } from './catalogue-descriptions.js';

/** What the doc comments of the catalogue say, as data. */
export const descriptions: CatalogueDescriptions = {
  "actions": {
    "api/info": {
      "description": "Tells about the API itself.",
      "evidence": "observed",
      "arguments": {}
    },
    "api/mytokens": {
      "description": "Lists the tokens that the actor has in the account(s) or for the customer of the request; with\nseveral accounts those that it has in all of them.",
      "evidence": "observed",
      "arguments": {}
    },
    "application/view": {
      "description": "Lists applications. Its token is not known.",
      "evidence": "observed",
      "facts": {
        "paged": "inferred"
      },
      "arguments": {
        "application": {
          "description": "The application with this ID.",
          "evidence": "observed"
        },
        "limit": {
          "description": "How many rows a page has.",
          "evidence": "observed"
        },
        "offset": {
          "description": "How many rows to skip. Not seen; every other list has it.",
          "evidence": "inferred"
        }
      }
    },
    "application/edit": {
      "description": "Changes an application.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "application": {
          "description": "The application, by ID. That it is required is inferred from its use.",
          "evidence": "documented",
          "facts": {
            "required": "inferred"
          }
        },
        "name": {
          "description": "The application's name.",
          "evidence": "documented"
        },
        "description": {
          "description": "What it is for.",
          "evidence": "documented"
        },
        "iplock": {
          "description": "From which addresses it may ask; `null` lifts the limit. The form is not known.",
          "evidence": "documented"
        },
        "isactive": {
          "description": "Whether it may do anything at all. The answer calls it `active`.",
          "evidence": "documented"
        },
        "timezone": {
          "description": "The zone of its dates.",
          "evidence": "documented"
        }
      }
    },
    "application/getmyroles": {
      "description": "Lists the roles held by the application that asks.",
      "evidence": "observed",
      "arguments": {}
    },
    "application/getroles": {
      "description": "Lists the roles that an application holds. Its arguments are not known.",
      "evidence": "observed",
      "arguments": {}
    },
    "item/view": {
      "description": "Lists items of one or more accounts.",
      "evidence": "documented",
      "facts": {
        "output": "observed"
      },
      "arguments": {
        "item": {
          "description": "Items with these IDs.",
          "evidence": "documented"
        },
        "category": {
          "description": "Items in these categories, by ID.",
          "evidence": "documented"
        },
        "searchtitle": {
          "description": "Items whose title contains this.",
          "evidence": "documented"
        },
        "searchdescription": {
          "description": "Items whose description contains this.",
          "evidence": "documented"
        },
        "searchfulltext": {
          "description": "Items that contain this in any of their texts.",
          "evidence": "documented"
        },
        "searchkeywords": {
          "description": "Items with this keyword; one, without a comma.",
          "evidence": "documented"
        },
        "title": {
          "description": "Items with exactly this title.",
          "evidence": "documented"
        },
        "description": {
          "description": "Items with exactly this description.",
          "evidence": "documented"
        },
        "externalid": {
          "description": "Items for which another system has exactly this ID.",
          "evidence": "documented"
        },
        "mindatecreated": {
          "description": "Items created at this time or later.",
          "evidence": "documented"
        },
        "maxdatecreated": {
          "description": "Items created at this time or earlier.",
          "evidence": "documented"
        },
        "mindatemodified": {
          "description": "Items last changed at this time or later.",
          "evidence": "documented"
        },
        "maxdatemodified": {
          "description": "Items last changed at this time or earlier.",
          "evidence": "documented"
        },
        "mindateaired": {
          "description": "Items aired at this time or later.",
          "evidence": "documented"
        },
        "maxdateaired": {
          "description": "Items aired at this time or earlier.",
          "evidence": "documented"
        },
        "archived": {
          "description": "Items that are archived, or that are not; `null` shows both.",
          "evidence": "documented"
        },
        "showfiles": {
          "description": "Whether to show the files of each item; their fields are not known.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "Items recorded from this live stream, by ID.",
          "evidence": "documented"
        },
        "user": {
          "description": "Items made by this user, by ID.",
          "evidence": "documented"
        },
        "itemtype": {
          "description": "Items of this type.",
          "evidence": "observed"
        },
        "orderfield": {
          "description": "What to order by; more labels may exist than those seen.",
          "evidence": "observed"
        },
        "order": {
          "description": "Ascending or descending.",
          "evidence": "observed"
        },
        "limit": {
          "description": "How many rows a page has. The greatest value that the platform takes is not known.",
          "evidence": "documented"
        },
        "offset": {
          "description": "How many rows to skip.",
          "evidence": "documented"
        }
      }
    },
    "item/create": {
      "description": "Makes an item, without a file. The token that it needs is not known.",
      "evidence": "documented",
      "arguments": {
        "itemtype": {
          "description": "What the item is. Which labels it takes is not documented; these are observed in answers.",
          "evidence": "documented",
          "facts": {
            "values": "observed"
          }
        },
        "title": {
          "description": "The title; the item's ID unless given.",
          "evidence": "documented"
        },
        "author": {
          "description": "Who made it.",
          "evidence": "documented"
        },
        "copyright": {
          "description": "Whose rights it is under.",
          "evidence": "documented"
        },
        "description": {
          "description": "A description.",
          "evidence": "documented"
        },
        "externalid": {
          "description": "The ID that another system has for it.",
          "evidence": "documented"
        },
        "dateaired": {
          "description": "When it was or will be aired.",
          "evidence": "documented"
        },
        "externallink": {
          "description": "An address that belongs to it.",
          "evidence": "documented"
        },
        "keywords": {
          "description": "Keywords, as a list or with commas between them.",
          "evidence": "documented"
        },
        "securityprofile": {
          "description": "ID of its security profile.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "ID of the live stream that it is recorded from.",
          "evidence": "documented"
        },
        "archived": {
          "description": "Whether it is archived, and so hidden from most lists.",
          "evidence": "documented"
        },
        "protected": {
          "description": "Whether it is protected; the account's default unless given.",
          "evidence": "documented"
        },
        "vrtype": {
          "description": "The kind of virtual reality that it is made for; the labels are not known.",
          "evidence": "documented"
        }
      }
    },
    "livestream/view": {
      "description": "Lists live streams of one or more accounts. Its token is not known.",
      "evidence": "observed",
      "arguments": {
        "active": {
          "description": "Live streams that are active, or that are not.",
          "evidence": "observed"
        },
        "orderfield": {
          "description": "What to order by; more labels may exist.",
          "evidence": "observed"
        },
        "limit": {
          "description": "How many rows a page has.",
          "evidence": "inferred"
        },
        "offset": {
          "description": "How many rows to skip.",
          "evidence": "observed"
        }
      }
    },
    "metadatakey/create": {
      "description": "Makes a key of metadata.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "name": {
          "description": "The name, new in the account.",
          "evidence": "documented"
        },
        "description": {
          "description": "What it is for.",
          "evidence": "documented"
        }
      }
    },
    "playlist/view": {
      "description": "Lists playlists.",
      "evidence": "documented",
      "arguments": {}
    },
    "playlist/create": {
      "description": "Makes a playlist, which belongs to the user who makes it.",
      "evidence": "documented",
      "arguments": {}
    },
    "playlist/edit": {
      "description": "Changes a playlist.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "playlist/delete": {
      "description": "Removes a playlist.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "playlist/addentry": {
      "description": "Adds an item or a live stream to a playlist.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "playlist/editentry": {
      "description": "Changes an entry of a playlist, its position too.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "playlist/removeentry": {
      "description": "Removes an entry; the gap stays and nothing shifts.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "recordschedule/create": {
      "description": "Makes a schedule that records a live stream or an address. Its output is not known.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "name": {
          "description": "The schedule's name.",
          "evidence": "documented"
        },
        "source": {
          "description": "Address of what is recorded; this or `livestream`.",
          "evidence": "documented"
        },
        "sourceproxy": {
          "description": "Address that the source is fetched through.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "The live stream that is recorded, by ID; this or `source`.",
          "evidence": "documented"
        },
        "title": {
          "description": "Title of the items, with the conversions of strftime (`%d-%m-%Y %H:%M:%S`); the name of the live\nstream and the time unless given.",
          "evidence": "documented"
        }
      }
    },
    "recordschedule/edit": {
      "description": "Changes a schedule. Its output is not known.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "recordschedule": {
          "description": "The schedule, by ID. That it is required is inferred from its use.",
          "evidence": "documented",
          "facts": {
            "required": "inferred"
          }
        },
        "source": {
          "description": "Address of what is recorded.",
          "evidence": "documented"
        },
        "sourceproxy": {
          "description": "Address that the source is fetched through.",
          "evidence": "documented"
        },
        "livestream": {
          "description": "The live stream that is recorded, by ID.",
          "evidence": "documented"
        },
        "title": {
          "description": "Title of the items, with the conversions of strftime.",
          "evidence": "documented"
        },
        "description": {
          "description": "Description of the items.",
          "evidence": "documented"
        },
        "author": {
          "description": "Who made the items.",
          "evidence": "documented"
        },
        "copyright": {
          "description": "Whose rights the items are under.",
          "evidence": "documented"
        },
        "keywords": {
          "description": "Keywords of the items.",
          "evidence": "documented"
        },
        "active": {
          "description": "Whether it records at all.",
          "evidence": "documented"
        },
        "protected": {
          "description": "Whether the items are protected.",
          "evidence": "documented"
        },
        "startdate": {
          "description": "When it begins; in the past or near: as soon as possible, within a quarter of an hour.",
          "evidence": "documented"
        },
        "duration": {
          "description": "How long each item is, in seconds.",
          "evidence": "documented"
        },
        "rrule": {
          "description": "When it repeats: a rule of RFC 5545 without `RRULE:`.",
          "evidence": "documented"
        }
      }
    },
    "role/view": {
      "description": "Lists roles. Its arguments and token are not known.",
      "evidence": "observed",
      "arguments": {}
    },
    "securityprofile/view": {
      "description": "Lists security profiles, their rules by position.",
      "evidence": "documented",
      "arguments": {}
    },
    "securityprofile/create": {
      "description": "Makes a security profile.",
      "evidence": "documented",
      "arguments": {}
    },
    "securityprofile/edit": {
      "description": "Changes a security profile.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "securityprofile/delete": {
      "description": "Removes a security profile.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "securityprofile/addrule": {
      "description": "Adds a rule; the lowest position is tried first, and what matches no rule is allowed.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "securityprofile/editrule": {
      "description": "Changes a rule.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "securityprofile/removerule": {
      "description": "Removes a rule.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {}
    },
    "session/initialize": {
      "description": "Begins a login. An unknown user gives no error.",
      "evidence": "documented",
      "arguments": {
        "user": {
          "description": "The name to log in with.",
          "evidence": "documented"
        },
        "userip": {
          "description": "The address of the person who logs in, for rate limiting.",
          "evidence": "documented"
        }
      }
    },
    "session/create": {
      "description": "Completes a login: answers a session, or an error that does not say what was wrong.",
      "evidence": "documented",
      "arguments": {
        "challenge": {
          "description": "The challenge that is answered.",
          "evidence": "documented"
        },
        "response": {
          "description": "The answer, computed from password, salt and challenge.",
          "evidence": "documented"
        },
        "v2hash": {
          "description": "The password's hash of version 2, only where `needsv2hash` asks for it.",
          "evidence": "documented"
        }
      }
    },
    "session/delete": {
      "description": "Ends the session that signs the request. Its output is not known.",
      "evidence": "observed",
      "arguments": {}
    },
    "uploadtoken/create": {
      "description": "Asks for leave to upload one file.",
      "evidence": "documented",
      "arguments": {
        "validfor": {
          "description": "For how many seconds the token holds; at most a day.",
          "evidence": "documented"
        },
        "item": {
          "description": "The item that the file is added to, by ID; a new one unless given.",
          "evidence": "documented"
        },
        "thumbnail": {
          "description": "What is uploaded: 0 a file, 1 a thumbnail, 2 the selected thumbnail.",
          "evidence": "documented"
        }
      }
    },
    "user/viewme": {
      "description": "Shows the user who asks: by their own key, or in a session.",
      "evidence": "observed",
      "arguments": {}
    },
    "user/getmyroles": {
      "description": "Lists the roles that the user who asks holds.",
      "evidence": "observed",
      "arguments": {}
    },
    "user/getroles": {
      "description": "Lists the roles that a user holds. Its arguments are not known.",
      "evidence": "observed",
      "arguments": {}
    },
    "user/view": {
      "description": "Lists users; with a customer only that customer's.",
      "evidence": "documented",
      "facts": {
        "output": "inferred"
      },
      "arguments": {
        "user": {
          "description": "The user with this ID.",
          "evidence": "documented"
        },
        "username": {
          "description": "The user with exactly this username.",
          "evidence": "documented"
        },
        "email": {
          "description": "Users with exactly this e-mail address.",
          "evidence": "documented"
        },
        "searchusername": {
          "description": "Users whose name to log in with contains this.",
          "evidence": "documented"
        },
        "searchfirstname": {
          "description": "Users whose first name contains this.",
          "evidence": "documented"
        },
        "searchlastname": {
          "description": "Users whose last name contains this.",
          "evidence": "documented"
        },
        "searchemail": {
          "description": "Users whose address contains this.",
          "evidence": "documented"
        },
        "active": {
          "description": "Users who are active, or who are not; absent shows both.",
          "evidence": "documented"
        },
        "mindatecreated": {
          "description": "Users created at this time or later.",
          "evidence": "documented"
        },
        "maxdatecreated": {
          "description": "Users created at this time or earlier.",
          "evidence": "documented"
        },
        "mindatemodifed": {
          "description": "Users last changed at this time or later. Spelt so in the document.",
          "evidence": "documented"
        },
        "maxdatemodifed": {
          "description": "Users last changed at this time or earlier. Spelt so in the document.",
          "evidence": "documented"
        },
        "orderfield": {
          "description": "What to order by.",
          "evidence": "documented"
        },
        "order": {
          "description": "Ascending or descending.",
          "evidence": "documented"
        },
        "limit": {
          "description": "How many rows a page has. The greatest value that the platform takes is not known.",
          "evidence": "documented"
        },
        "offset": {
          "description": "How many rows to skip.",
          "evidence": "documented"
        }
      }
    },
    "user/viewbasic": {
      "description": "Lists names of users, for autocompletion; with an account those who have rights in it.",
      "evidence": "documented",
      "arguments": {
        "searchusername": {
          "description": "Users whose name to log in with contains this.",
          "evidence": "documented"
        },
        "limit": {
          "description": "How many rows a page has. The greatest value that the platform takes is not known.",
          "evidence": "documented"
        },
        "offset": {
          "description": "How many rows to skip.",
          "evidence": "documented"
        }
      }
    },
    "user/create": {
      "description": "Makes a user, without a password.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "username": {
          "description": "The name to log in with.",
          "evidence": "documented"
        },
        "email": {
          "description": "The user's address for mail.",
          "evidence": "documented"
        },
        "firstname": {
          "description": "First name.",
          "evidence": "documented"
        },
        "lastname": {
          "description": "Last name.",
          "evidence": "documented"
        },
        "active": {
          "description": "Whether the user may do anything at all.",
          "evidence": "documented"
        },
        "sessionsenabled": {
          "description": "Whether the user may log in through an application.",
          "evidence": "documented"
        },
        "timezone": {
          "description": "The zone of the user's dates; the platform's own unless given.",
          "evidence": "documented"
        },
        "mobilephone": {
          "description": "Mobile telephone number.",
          "evidence": "documented"
        },
        "address": {
          "description": "Street and number.",
          "evidence": "documented"
        },
        "zipcode": {
          "description": "Postal code.",
          "evidence": "documented"
        },
        "city": {
          "description": "Town.",
          "evidence": "documented"
        }
      }
    },
    "user/linkssotoken": {
      "description": "Links a user to a service for single sign-on; one token for each service.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred"
      },
      "arguments": {
        "user": {
          "description": "The user, by ID.",
          "evidence": "documented"
        },
        "service": {
          "description": "The service, by ID.",
          "evidence": "documented"
        },
        "response": {
          "description": "What the service answered.",
          "evidence": "documented"
        }
      }
    },
    "user/clearssotoken": {
      "description": "Unlinks a user from a service for single sign-on. Its output is not known.",
      "evidence": "documented",
      "facts": {
        "errors": "inferred",
        "token": "inferred"
      },
      "arguments": {
        "user": {
          "description": "The user, by ID.",
          "evidence": "inferred"
        },
        "service": {
          "description": "The service, by ID.",
          "evidence": "inferred"
        }
      }
    }
  },
  "types": {
    "ApiInfo": {
      "description": "What `api/info` tells of the API. Its fields are not known.",
      "fields": {}
    },
    "Application": {
      "description": "A program that uses the API by a key of its own.",
      "fields": {
        "id": {
          "description": "The application's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The application's name.",
          "evidence": "observed"
        },
        "description": {
          "description": "What it is for.",
          "evidence": "observed"
        },
        "datecreated": {
          "description": "When it was made.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When it was last changed.",
          "evidence": "observed"
        },
        "active": {
          "description": "Whether it may do anything at all.",
          "evidence": "observed"
        },
        "iplock": {
          "description": "From which addresses it may ask, where that is limited. The form is not known.",
          "evidence": "observed"
        },
        "timezone": {
          "description": "The zone of its dates.",
          "evidence": "observed"
        }
      }
    },
    "EditedApplication": {
      "description": "An application as `application/edit` answers it.",
      "fields": {
        "account": {
          "description": "ID of the account that it belongs to.",
          "evidence": "documented"
        },
        "customer": {
          "description": "ID of the customer that it belongs to.",
          "evidence": "documented"
        },
        "id": {
          "description": "The application's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The application's name.",
          "evidence": "observed"
        },
        "description": {
          "description": "What it is for.",
          "evidence": "observed"
        },
        "datecreated": {
          "description": "When it was made.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When it was last changed.",
          "evidence": "observed"
        },
        "active": {
          "description": "Whether it may do anything at all.",
          "evidence": "observed"
        },
        "iplock": {
          "description": "From which addresses it may ask, where that is limited. The form is not known.",
          "evidence": "observed"
        },
        "timezone": {
          "description": "The zone of its dates.",
          "evidence": "observed"
        }
      }
    },
    "ItemMediaLink": {
      "description": "Addresses of an item's media.",
      "fields": {
        "progressive": {
          "description": "A file to be downloaded while it plays.",
          "evidence": "observed"
        },
        "hls": {
          "description": "An HLS playlist.",
          "evidence": "observed"
        }
      }
    },
    "ItemAccount": {
      "description": "The account that an item belongs to.",
      "fields": {
        "id": {
          "description": "The account's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The account's name.",
          "evidence": "observed"
        }
      }
    },
    "Item": {
      "description": "A piece of media: a video or a sound with what is told about it. Responses may have more fields.",
      "fields": {
        "id": {
          "description": "The item's ID.",
          "evidence": "observed"
        },
        "title": {
          "description": "The title.",
          "evidence": "observed"
        },
        "type": {
          "description": "What it is.",
          "evidence": "observed"
        },
        "description": {
          "description": "A description, where there is one.",
          "evidence": "observed"
        },
        "duration": {
          "description": "How long it plays, in seconds. The text that the platform sends has no documented form.",
          "evidence": "inferred"
        },
        "datecreated": {
          "description": "When the item was made.",
          "evidence": "observed"
        },
        "dateaired": {
          "description": "When it was aired, where that is set.",
          "evidence": "observed"
        },
        "views": {
          "description": "How often it was viewed.",
          "evidence": "observed"
        },
        "keywords": {
          "description": "Keywords.",
          "evidence": "observed"
        },
        "selectedthumbnailurl": {
          "description": "Address of the chosen thumbnail, where there is one.",
          "evidence": "observed"
        },
        "medialink": {
          "description": "Addresses of the media.",
          "evidence": "observed"
        },
        "account": {
          "description": "The account that it belongs to.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When the item was last changed. Not seen in a response; the filters of this name suggest it.",
          "evidence": "inferred"
        },
        "author": {
          "description": "Who made it.",
          "evidence": "inferred"
        },
        "copyright": {
          "description": "Whose rights it is under.",
          "evidence": "inferred"
        },
        "externalid": {
          "description": "The ID that another system has for it.",
          "evidence": "inferred"
        },
        "externallink": {
          "description": "An address that belongs to it.",
          "evidence": "inferred"
        },
        "securityprofile": {
          "description": "ID of its security profile.",
          "evidence": "inferred"
        },
        "livestream": {
          "description": "ID of the live stream that it was recorded from.",
          "evidence": "inferred"
        },
        "archived": {
          "description": "Whether it is archived, and so hidden from most lists.",
          "evidence": "inferred"
        },
        "protected": {
          "description": "Whether it is protected.",
          "evidence": "inferred"
        },
        "vrtype": {
          "description": "The kind of virtual reality that it is made for; the labels are not known.",
          "evidence": "inferred"
        }
      }
    },
    "LivestreamType": {
      "description": "What a live stream is.",
      "fields": {
        "label": {
          "description": "The type as a fixed word; `new-wowza-livestream` is a video stream.",
          "evidence": "observed"
        },
        "name": {
          "description": "The type's name for people.",
          "evidence": "observed"
        }
      }
    },
    "LivestreamMediaLink": {
      "description": "Addresses of a live stream.",
      "fields": {
        "hls": {
          "description": "An HLS playlist.",
          "evidence": "observed"
        }
      }
    },
    "LivestreamAccount": {
      "description": "The account that a live stream belongs to.",
      "fields": {
        "id": {
          "description": "The account's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The account's name.",
          "evidence": "observed"
        }
      }
    },
    "Livestream": {
      "description": "A live stream. Responses may have more fields.",
      "fields": {
        "id": {
          "description": "The live stream's ID.",
          "evidence": "observed"
        },
        "title": {
          "description": "The title.",
          "evidence": "observed"
        },
        "description": {
          "description": "A description, where there is one.",
          "evidence": "observed"
        },
        "type": {
          "description": "What it is.",
          "evidence": "observed"
        },
        "thumbnail": {
          "description": "Address of its thumbnail.",
          "evidence": "observed"
        },
        "medialink": {
          "description": "Addresses of the stream.",
          "evidence": "observed"
        },
        "account": {
          "description": "The account that it belongs to.",
          "evidence": "observed"
        }
      }
    },
    "Metadatakey": {
      "description": "A key of metadata. It has no ID: the name is the key within the account.",
      "fields": {
        "name": {
          "description": "The name.",
          "evidence": "documented"
        },
        "description": {
          "description": "What it is for.",
          "evidence": "documented"
        }
      }
    },
    "RoleAccount": {
      "description": "A role's account.",
      "fields": {
        "id": {
          "description": "The account's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The account's name.",
          "evidence": "observed"
        }
      }
    },
    "CustomerSummary": {
      "description": "A customer, as it comes with a role or a user.",
      "fields": {
        "id": {
          "description": "The customer's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The customer's name.",
          "evidence": "observed"
        },
        "datecreated": {
          "description": "When the customer was made.",
          "evidence": "observed"
        },
        "datemodified": {
          "description": "When the customer was last changed.",
          "evidence": "observed"
        }
      }
    },
    "Role": {
      "description": "A named set of tokens.",
      "fields": {
        "id": {
          "description": "The role's ID.",
          "evidence": "observed"
        },
        "name": {
          "description": "The role's name.",
          "evidence": "observed"
        },
        "customer": {
          "description": "The customer that the role belongs to, where there is one. That it has this form is deduced.",
          "evidence": "inferred"
        },
        "tokens": {
          "description": "The tokens that the role includes, as `item-read`.",
          "evidence": "observed"
        }
      }
    },
    "RoleAssignment": {
      "description": "A role that an actor holds: for everything, for one customer, or for one account.",
      "fields": {
        "role": {
          "description": "The role that is held.",
          "evidence": "observed"
        },
        "account": {
          "description": "The account that it is held for, where it is for one.",
          "evidence": "observed"
        },
        "customer": {
          "description": "The customer that it is held for, where it is for one.",
          "evidence": "observed"
        }
      }
    },
    "SessionChallenge": {
      "description": "What a login has to answer.",
      "fields": {
        "challenge": {
          "description": "32 characters; it lives some 30 seconds and can be used once.",
          "evidence": "documented"
        },
        "salt": {
          "description": "The salt of the password. An unknown user has a made-up one.",
          "evidence": "documented"
        },
        "needsv2hash": {
          "description": "Whether the hash of version 2 has to be sent too.",
          "evidence": "documented"
        }
      }
    },
    "CreatedSession": {
      "description": "A session that was begun.",
      "fields": {
        "id": {
          "description": "The session's ID.",
          "evidence": "documented"
        },
        "key": {
          "description": "What requests of the session are signed with, behind the application's key; 32 characters.",
          "evidence": "documented"
        },
        "timeout": {
          "description": "After how many seconds without a request it ends.",
          "evidence": "documented"
        },
        "user": {
          "description": "ID of the user who is logged in.",
          "evidence": "documented"
        }
      }
    },
    "UploadToken": {
      "description": "Permission to upload one file.",
      "fields": {
        "token": {
          "description": "The token that the upload carries. A secret while it is valid.",
          "evidence": "documented"
        },
        "uploadurl": {
          "description": "Where to upload to.",
          "evidence": "documented"
        },
        "uploadurlhttps": {
          "description": "Where to upload to over TLS; it may be missing.",
          "evidence": "documented"
        },
        "itemid": {
          "description": "The item that gets the file.",
          "evidence": "documented"
        },
        "fileid": {
          "description": "The file that is made.",
          "evidence": "documented"
        }
      }
    },
    "Person": {
      "description": "What every answer tells of a user. Texts are empty where nothing is set.",
      "fields": {
        "id": {
          "description": "The user's ID.",
          "evidence": "documented"
        },
        "username": {
          "description": "The name to log in with.",
          "evidence": "documented"
        },
        "active": {
          "description": "Whether the user may do anything at all.",
          "evidence": "documented"
        },
        "datecreated": {
          "description": "When the user was made.",
          "evidence": "documented"
        },
        "datemodified": {
          "description": "When the user was last changed.",
          "evidence": "documented"
        },
        "email": {
          "description": "The user's address for mail.",
          "evidence": "documented"
        },
        "sessionsenabled": {
          "description": "Whether the user may log in through an application.",
          "evidence": "documented"
        },
        "timezone": {
          "description": "The zone of the user's dates.",
          "evidence": "documented"
        },
        "mobilephone": {
          "description": "Mobile telephone number.",
          "evidence": "documented"
        },
        "address": {
          "description": "Street and number.",
          "evidence": "documented"
        },
        "zipcode": {
          "description": "Postal code.",
          "evidence": "documented"
        },
        "city": {
          "description": "Town.",
          "evidence": "documented"
        },
        "firstname": {
          "description": "First name.",
          "evidence": "documented"
        },
        "lastname": {
          "description": "Last name.",
          "evidence": "documented"
        }
      }
    },
    "Me": {
      "description": "The user who asks, as `user/viewme` shows them.",
      "fields": {
        "id": {
          "description": "The user's ID.",
          "evidence": "documented"
        },
        "username": {
          "description": "The name to log in with.",
          "evidence": "documented"
        },
        "active": {
          "description": "Whether the user may do anything at all.",
          "evidence": "documented"
        },
        "datecreated": {
          "description": "When the user was made.",
          "evidence": "documented"
        },
        "datemodified": {
          "description": "When the user was last changed.",
          "evidence": "documented"
        },
        "email": {
          "description": "The user's address for mail.",
          "evidence": "documented"
        },
        "sessionsenabled": {
          "description": "Whether the user may log in through an application.",
          "evidence": "documented"
        },
        "timezone": {
          "description": "The zone of the user's dates.",
          "evidence": "documented"
        },
        "mobilephone": {
          "description": "Mobile telephone number.",
          "evidence": "documented"
        },
        "address": {
          "description": "Street and number.",
          "evidence": "documented"
        },
        "zipcode": {
          "description": "Postal code.",
          "evidence": "documented"
        },
        "city": {
          "description": "Town.",
          "evidence": "documented"
        },
        "firstname": {
          "description": "First name.",
          "evidence": "documented"
        },
        "lastname": {
          "description": "Last name.",
          "evidence": "documented"
        }
      }
    },
    "SingleSignOnService": {
      "description": "A service for single sign-on.",
      "fields": {
        "id": {
          "description": "The service's ID.",
          "evidence": "documented"
        },
        "type": {
          "description": "What kind of service it is.",
          "evidence": "documented"
        },
        "name": {
          "description": "The service's name.",
          "evidence": "documented"
        }
      }
    },
    "SingleSignOnToken": {
      "description": "A link between a user and a service for single sign-on. More fields exist.",
      "fields": {
        "service": {
          "description": "The service.",
          "evidence": "documented"
        }
      }
    },
    "User": {
      "description": "A user.",
      "fields": {
        "customer": {
          "description": "The customer that the user belongs to.",
          "evidence": "documented"
        },
        "singlesignontokens": {
          "description": "Services that the user can sign on by.",
          "evidence": "documented"
        },
        "id": {
          "description": "The user's ID.",
          "evidence": "documented"
        },
        "username": {
          "description": "The name to log in with.",
          "evidence": "documented"
        },
        "active": {
          "description": "Whether the user may do anything at all.",
          "evidence": "documented"
        },
        "datecreated": {
          "description": "When the user was made.",
          "evidence": "documented"
        },
        "datemodified": {
          "description": "When the user was last changed.",
          "evidence": "documented"
        },
        "email": {
          "description": "The user's address for mail.",
          "evidence": "documented"
        },
        "sessionsenabled": {
          "description": "Whether the user may log in through an application.",
          "evidence": "documented"
        },
        "timezone": {
          "description": "The zone of the user's dates.",
          "evidence": "documented"
        },
        "mobilephone": {
          "description": "Mobile telephone number.",
          "evidence": "documented"
        },
        "address": {
          "description": "Street and number.",
          "evidence": "documented"
        },
        "zipcode": {
          "description": "Postal code.",
          "evidence": "documented"
        },
        "city": {
          "description": "Town.",
          "evidence": "documented"
        },
        "firstname": {
          "description": "First name.",
          "evidence": "documented"
        },
        "lastname": {
          "description": "Last name.",
          "evidence": "documented"
        }
      }
    },
    "BasicUser": {
      "description": "What `user/viewbasic` shows of a user.",
      "fields": {
        "id": {
          "description": "The user's ID.",
          "evidence": "documented"
        },
        "username": {
          "description": "The name to log in with.",
          "evidence": "documented"
        }
      }
    }
  }
};
